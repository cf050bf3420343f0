package anchorage.insight.metric.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.metric.BadQuestion;
import anchorage.insight.metric.Change;
import anchorage.insight.metric.Days;
import anchorage.insight.metric.Moments;
import anchorage.insight.metric.Question;
import anchorage.insight.scope.Scope;
import anchorage.kit.csv.CsvFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/insights/change")
@Tag(name = "Insights")
class ChangeResource {

    private final Questions questions;
    private final Change change;

    ChangeResource(Questions questions, Change change) {
        this.questions = questions;
        this.change = change;
    }

    /** The two periods, and what may differ between them. */
    record Periods(
            @QueryParam("from1") @Parameter(description = "First day of the first period", example = "2024-04-01")
            String from1,

            @QueryParam("to1") @Parameter(description = "Its last day", example = "2025-03-31")
            String to1,

            @QueryParam("from2") @Parameter(description = "First day of the second period", example = "2025-04-01")
            String from2,

            @QueryParam("to2") @Parameter(description = "Its last day", example = "2026-03-31")
            String to2,

            @QueryParam("local1")
            @Parameter(description = "Local definition of the first period; that of 'local' unless said")
            String local1,

            @QueryParam("asOf1")
            @Parameter(
                    description = "The moment as of which the first period was told; that of 'asOf' unless said. With "
                            + "one period twice and two moments, the change is a restatement taken apart")
            String asOf1,

            @QueryParam("insourced")
            @Parameter(description = "Categories that were taken in-house between the periods; may be repeated")
            List<String> insourced) {

        Days before() {
            return days("1", from1, to1);
        }

        Days after() {
            return days("2", from2, to2);
        }

        private static Days days(String which, String from, String to) {
            if (from == null || to == null) {
                throw new BadQuestion(
                        "A change lies between two periods: name from1, to1, from2 and to2. Missing is from" + which
                                + " or to" + which + ".");
            }
            return Days.asked(from, to);
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Why local spend changed",
            description = "The effects of definition, identification, boundary, restatement, ownership, insourcing, "
                    + "volume and share, which sum to the change to the penny. from, to and period are not used. Counts "
                    + "PROCUREMENT unless a scope is named. As text/csv, the rows.")
    public Change.Answer read(@BeanParam QuestionParameters parameters, @BeanParam Periods periods) {
        var after = questions.of(parameters, Optional.of(Scope.PROCUREMENT)).during(periods.after());
        return change.of(
                before(after, periods), after, periods.insourced == null ? List.of() : List.copyOf(periods.insourced));
    }

    private Question before(Question after, Periods periods) {
        var before = after.during(periods.before());
        if (periods.local1 != null) {
            before = before.by(questions.definition(periods.local1, after.asOf()));
        }
        return periods.asOf1 == null ? before : before.knowing(Moments.all(questions.asOf(periods.asOf1)));
    }

    @GET
    @Produces(CsvFile.MEDIA_TYPE)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(hidden = true)
    public RestResponse<String> csv(@BeanParam QuestionParameters parameters, @BeanParam Periods periods) {
        var answer = read(parameters, periods);
        return MetricCsv.of(Table.CHANGE, answer, List.of("effect"), answer.rows());
    }
}
