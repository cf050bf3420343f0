package anchorage.insight.metric.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.metric.ReservableLeakage;
import anchorage.insight.scope.Scope;
import anchorage.kit.csv.CsvFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
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

@Path("/v1/insights/reservable-leakage")
@Tag(name = "Insights")
class ReservableLeakageResource {

    private final Questions questions;
    private final ReservableLeakage leakage;

    ReservableLeakageResource(Questions questions, ReservableLeakage leakage) {
        this.questions = questions;
        this.leakage = leakage;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Leakage that could be reserved to local suppliers",
            description = "Of buyers that the Order covers, since it is in force: leaking payments whose estimate with "
                    + "VAT lies below the threshold of that day, in categories in which enough local suppliers are paid "
                    + "by some anchor. Counts PROCUREMENT unless a scope is named. As text/csv, the rows.")
    public ReservableLeakage.Answer read(
            @BeanParam QuestionParameters parameters,
            @QueryParam("localSuppliers")
                    @DefaultValue("3")
                    @Min(1)
                    @Parameter(description = "How many local suppliers there must be")
                    int localSuppliers) {
        var scope = Optional.of(Scope.PROCUREMENT);
        return leakage.of(
                questions.acrossAnchors(parameters, scope),
                questions.of(parameters, scope).anchors(),
                localSuppliers,
                questions.audience());
    }

    @GET
    @Produces(CsvFile.MEDIA_TYPE)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(hidden = true)
    public RestResponse<String> csv(
            @BeanParam QuestionParameters parameters,
            @QueryParam("localSuppliers") @DefaultValue("3") @Min(1) int localSuppliers) {
        var answer = read(parameters, localSuppliers);
        return MetricCsv.of(Table.RESERVABLE_LEAKAGE, answer, List.of("anchor", "category", "supplier"), answer.rows());
    }
}
