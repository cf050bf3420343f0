package anchorage.insight.metric;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a figure opens into exactly the lines that make it, with the same knowledge. */
@Schema(name = "FigureLinks")
public record LinesLink(
        @Schema(
                description = "The lines that make the figure; they sum to it to the penny",
                examples =
                        "/v1/insights/lines?anchor=my-council&local=district%401&scope=PROCUREMENT&verdict=ELSEWHERE")
        String lines) {

    /** The lines that the question is about. */
    static LinesLink to(Question question) {
        var parameters = new ArrayList<String>();
        question.anchors().forEach(anchor -> parameters.add(parameter("anchor", anchor)));
        question.days().from().ifPresent(day -> parameters.add(parameter("from", day)));
        question.days().to().ifPresent(day -> parameters.add(parameter("to", day)));
        parameters.add(parameter("local", question.definition().reference()));
        parameters.add(parameter("rules", question.rules().reference()));
        parameters.add(parameter("scope", question.scope().map(Enum::name).orElse("ALL")));
        if (question.whose() != Question.Whose.PREMISES) {
            parameters.add(parameter("basis", question.whose().name().toLowerCase(Locale.ROOT)));
        }
        question.verdict().ifPresent(verdict -> parameters.add(parameter("verdict", verdict)));
        new TreeMap<>(question.where())
                .forEach((dimension, value) -> parameters.add(parameter(dimension.key(), value)));
        question.supplier().ifPresent(supplier -> parameters.add(parameter("supplier", supplier)));
        question.top().ifPresent(top -> parameters.add(parameter("top", top)));
        parameters.add(parameter("asOf", question.asOf()));
        return new LinesLink("/v1/insights/lines?" + String.join("&", parameters));
    }

    /** The lines of a row with that key. */
    static LinesLink to(Question question, Map<String, String> key) {
        return to(narrowed(question, key));
    }

    private static Question narrowed(Question question, Map<String, String> key) {
        var narrowed = question;
        for (var dimension : Dimension.values()) {
            var value = key.get(dimension.key());
            if (value == null) {
                continue;
            }
            if (dimension.isPeriod()) {
                narrowed = narrowed.during(narrowed.days().and(Days.of(value)));
            } else if (dimension == Dimension.ANCHOR) {
                narrowed = narrowed.about(List.of(value));
            } else {
                var where = new TreeMap<>(narrowed.where());
                where.put(dimension, value);
                narrowed = narrowed.where(where);
            }
        }
        return narrowed;
    }

    private static String parameter(String name, Object value) {
        return name + "=" + URLEncoder.encode(value.toString(), UTF_8);
    }
}
