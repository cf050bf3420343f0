package anchorage.insight.metric.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.metric.Benchmarks;
import anchorage.insight.scope.Scope;
import anchorage.kit.csv.CsvFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/insights/benchmarks")
@Tag(name = "Insights")
class BenchmarksResource {

    private final Questions questions;
    private final Benchmarks benchmarks;

    BenchmarksResource(Questions questions, Benchmarks benchmarks) {
        this.questions = questions;
        this.benchmarks = benchmarks;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Anchors beside each other",
            description =
                    "The local share of each anchor under one definition, with the weighted and the unweighted mean. With top=30, of the thirty largest suppliers of each. Counts PROCUREMENT unless a scope is named. As text/csv, the rows.")
    public Benchmarks.Answer read(@BeanParam QuestionParameters parameters) {
        return benchmarks.of(questions.acrossAnchors(parameters, Optional.of(Scope.PROCUREMENT)), questions.audience());
    }

    @GET
    @Produces(CsvFile.MEDIA_TYPE)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(hidden = true)
    public RestResponse<String> csv(@BeanParam QuestionParameters parameters) {
        var answer = read(parameters);
        return MetricCsv.of(Table.BENCHMARKS, answer, List.of("anchor"), answer.rows());
    }
}
