package anchorage.insight.metric;

import anchorage.insight.localdefinition.LocalDefinition;
import anchorage.insight.localdefinition.LocalDefinitions;
import anchorage.insight.metric.LocalShare.Share;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The local share of the same lines by every definition of local, side by side: what a headline owes to its definition. */
@ApplicationScoped
public class DefinitionComparison {

    private final LocalDefinitions definitions;
    private final LocalShare localShare;

    DefinitionComparison(LocalDefinitions definitions, LocalShare localShare) {
        this.definitions = definitions;
        this.localShare = localShare;
    }

    /** An answer: one row for each definition, in its latest version; the total is by the definition of the basis. */
    @Schema(name = "DefinitionComparison")
    public record Answer(Basis basis, List<Row> rows, Row total) implements Answered {}

    /**
     * Money is in pounds with two decimal places. The total is the same in every row.
     *
     * @param key the definition, as name@version
     */
    @Schema(name = "DefinitionComparisonRow")
    public record Row(
            Map<String, String> key,
            String title,
            long lines,
            String total,
            String local,
            String elsewhere,
            String unknown,
            Share share,
            LinesLink links) {}

    /** Answers the question by each definition. */
    public Answer of(Question question) {
        var all = question.saying(Optional.empty());
        var asked = localShare.of(all, List.of());
        return new Answer(
                asked.basis(),
                definitions.latest(question.asOf()).stream()
                        .map(definition -> row(
                                definition,
                                localShare.of(all.by(definition), List.of()).total()))
                        .toList(),
                row(question.definition(), asked.total()));
    }

    private static Row row(LocalDefinition definition, LocalShare.Row share) {
        return new Row(
                Map.of("localDefinition", definition.reference()),
                definition.title(),
                share.lines(),
                share.total(),
                share.local(),
                share.elsewhere(),
                share.unknown(),
                share.share(),
                share.links());
    }
}
