package anchorage.insight.lineage.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.lineage.LedgerLine;
import anchorage.insight.lineage.Lines;
import anchorage.insight.lineage.UnknownLine;
import anchorage.insight.metric.web.QuestionParameters;
import anchorage.insight.metric.web.Questions;
import anchorage.kit.csv.CsvFile;
import anchorage.kit.csv.CsvOf;
import anchorage.kit.page.Page;
import anchorage.kit.page.Pages;
import anchorage.kit.page.Position;
import anchorage.kit.security.Caller;
import anchorage.safeguard.audit.Audited;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/insights/lines")
@Tag(name = "Insights")
class LineResource {

    private final Questions questions;
    private final Lines lines;
    private final Caller caller;
    private final Pages pages;

    LineResource(Questions questions, Lines lines, Caller caller, Pages pages) {
        this.questions = questions;
        this.lines = lines;
        this.caller = caller;
        this.pages = pages;
    }

    @GET
    @Audited
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "The lines behind a figure",
            description =
                    "With the parameters of the figure they are its lines, and sum to it to the penny; unlike a "
                            + "figure they are of every scope unless one is named. All pages are as of the moment of the first. As text/csv, all of them.")
    public Page<LedgerLine> list(
            @BeanParam QuestionParameters parameters,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(10_000) int limit) {
        // Every page answers as of the moment of the first, so that together they sum to the figure of that moment.
        var asOf = pages.after(cursor).map(last -> last.moment(0)).orElseGet(() -> questions.asOf(parameters.asOf()));
        var question = questions.of(parameters, Optional.empty(), asOf);
        return pages.of(
                cursor,
                limit,
                (after, most) -> lines.page(
                        question, after.map(last -> new Lines.Place(last.id(1), last.number(2))), most, own()),
                line -> Position.of(asOf, line.delivery(), line.row()));
    }

    @GET
    @Audited
    @Produces(CsvFile.MEDIA_TYPE)
    @CsvOf(
            value = LedgerLine.class,
            key = {"delivery", "row"})
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> csv(@BeanParam QuestionParameters parameters) {
        var question = questions.of(parameters, Optional.empty());
        var own = own();
        return CsvFile.answer(LinesCsv.of(reader -> lines.each(question, own, reader)), "lines")
                .header("Anchorage-As-Of", question.asOf().toString())
                .build();
    }

    @GET
    @Audited
    @Path("/{delivery}/{row}/explanation")
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Why a line counts as it does",
            description = "The line with its scope and the rule behind it, its supplier and how it was identified, and "
                    + "the verdict with its reason.")
    public Explanation explain(UUID delivery, long row, @BeanParam QuestionParameters parameters) {
        var question = questions.of(parameters, Optional.empty());
        var line = lines.one(question, delivery, row, own()).orElseThrow(() -> new UnknownLine(delivery, row));
        return Explanation.of(line, question);
    }

    /** The names of an anchor's people are for that anchor. */
    private Predicate<String> own() {
        var own = caller.anchor();
        return anchor -> own.filter(anchor::equals).isPresent();
    }
}
