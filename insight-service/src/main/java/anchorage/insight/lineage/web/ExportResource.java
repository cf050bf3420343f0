package anchorage.insight.lineage.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.lineage.LedgerExport;
import anchorage.insight.metric.web.QuestionParameters;
import anchorage.insight.metric.web.Questions;
import anchorage.safeguard.audit.Audited;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/exports")
@Tag(name = "Exports", description = "The ledger in bulk, for tools of one's own")
class ExportResource {

    static final String PARQUET = "application/vnd.apache.parquet";

    private final Questions questions;
    private final LedgerExport export;

    ExportResource(Questions questions, LedgerExport export) {
        this.questions = questions;
        this.export = export;
    }

    @GET
    @Audited
    @Path("/ledger")
    @Produces(PARQUET)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "The judged ledger as Parquet",
            description =
                    "The lines that the caller may see, of every scope unless one is named, each with its scope, "
                            + "supplier, premises and verdict. Amounts are exact decimals. A likely person's name is withheld from "
                            + "all but that person's anchor. The header Anchorage-As-Of says the moment whose knowledge judged.")
    public RestResponse<InputStream> ledger(@BeanParam QuestionParameters parameters) {
        var question = questions.of(parameters, Optional.empty());
        return RestResponse.ResponseBuilder.ok(export.parquet(question, questions.audience()))
                .header("Content-Type", PARQUET)
                .header("Content-Disposition", "attachment; filename=\"ledger.parquet\"")
                .header("Anchorage-As-Of", question.asOf().toString())
                .build();
    }
}
