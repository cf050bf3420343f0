package anchorage.insight.metric.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.metric.Dimension;
import anchorage.insight.metric.Leakage;
import anchorage.insight.metric.PublishableLeakage;
import anchorage.insight.scope.Scope;
import anchorage.kit.csv.CsvFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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

@Path("/v1/insights/leakage")
@Tag(name = "Insights")
class LeakageResource {

    private static final String BY_DESTINATION = "place";

    private final Questions questions;
    private final Leakage leakage;
    private final PublishableLeakage publishable;

    LeakageResource(Questions questions, Leakage leakage, PublishableLeakage publishable) {
        this.questions = questions;
        this.leakage = leakage;
        this.publishable = publishable;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "How much leaves, and where it goes",
            description =
                    "Spend in scope that the definition calls ELSEWHERE; what cannot be located is never leakage. "
                            + "Counts PROCUREMENT unless a scope is named. As text/csv, the rows.")
    public Leakage.Answer read(
            @BeanParam QuestionParameters parameters,
            @QueryParam("by")
                    @DefaultValue(BY_DESTINATION)
                    @Parameter(
                            description =
                                    "Any of anchor, month, quarter, year, financial-year, category, ownership, size, decile, "
                                            + "place (the destination), ward, with commas between",
                            example = "category")
                    String by) {
        return leakage.of(questions.of(parameters, Optional.of(Scope.PROCUREMENT)), Dimension.list(by));
    }

    @GET
    @Produces(CsvFile.MEDIA_TYPE)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(hidden = true)
    public RestResponse<String> csv(
            @BeanParam QuestionParameters parameters, @QueryParam("by") @DefaultValue(BY_DESTINATION) String by) {
        var dimensions = Dimension.list(by);
        var answer = read(parameters, by);
        return MetricCsv.of(
                Table.LEAKAGE,
                answer,
                dimensions.stream().map(Dimension::key).toList(),
                dimensions.isEmpty() ? List.of(answer.total()) : answer.rows());
    }

    @GET
    @Path("/publishable")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Leakage as it may be published",
            description =
                    "By one dimension or two, under disclosure control: a cell needs three suppliers and passes the "
                            + "p% rule (p = 10), and further cells are withheld so that none can be worked out from the sums.")
    public PublishableLeakage.Answer readPublishable(
            @BeanParam QuestionParameters parameters,
            @QueryParam("by")
                    @DefaultValue(BY_DESTINATION)
                    @Parameter(description = "One or two of the dimensions", example = "category")
                    String by) {
        return publishable.of(questions.of(parameters, Optional.of(Scope.PROCUREMENT)), Dimension.list(by));
    }
}
