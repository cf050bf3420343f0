package anchorage.insight.lineage.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.lineage.LedgerExport;
import anchorage.insight.lineage.LedgerExport.Wanted;
import anchorage.insight.metric.web.QuestionParameters;
import anchorage.insight.metric.web.Questions;
import anchorage.safeguard.audit.Audited;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
                            + "all but that person's anchor. The header Anchorage-As-Of says the moment whose knowledge judged. "
                            + "The ETag stands for the lines and all that was known of them: sent as If-None-Match, the answer is "
                            + "304, at the cost of a look, until any of that changes. `GET /v1/deliveries/changes` says which "
                            + "deliveries' lines are new or do not count any more. As CSV, the lines are at /v1/insights/lines.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = PARQUET, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the file of that ETag")
    public RestResponse<InputStream> ledger(
            @BeanParam QuestionParameters parameters,
            @QueryParam("delivery")
                    @Parameter(
                            description =
                                    "Of this delivery alone, as if there were no other; no line while it does not "
                                            + "count")
                    UUID delivery,
            @Context Request request) {
        var question = questions.of(parameters, Optional.empty());
        var wanted = new Wanted(question, Optional.ofNullable(delivery), questions.audience());
        // Weak: the same lines may be written as other bytes.
        var tag = new EntityTag(export.version(wanted), true);
        if (request.evaluatePreconditions(tag) != null) {
            return RestResponse.ResponseBuilder.<InputStream>notModified(tag).build();
        }
        return RestResponse.ResponseBuilder.ok(export.parquet(wanted))
                .tag(tag)
                .header("Content-Type", PARQUET)
                .header("Content-Disposition", "attachment; filename=\"ledger.parquet\"")
                .header("Anchorage-As-Of", question.asOf().toString())
                .build();
    }
}
