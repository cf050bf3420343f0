package anchorage.registry.reconciliation.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;
import static anchorage.registry.reconciliation.web.Descriptions.CURSOR;
import static anchorage.registry.reconciliation.web.Descriptions.EXTEND;
import static anchorage.registry.reconciliation.web.Descriptions.ID;
import static anchorage.registry.reconciliation.web.Descriptions.PREFIX;
import static anchorage.registry.reconciliation.web.Descriptions.QUERIES;
import static anchorage.registry.reconciliation.web.Descriptions.TYPE;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/reconcile")
@Tag(name = "Reconciliation", description = "The W3C Reconciliation Service API 0.2")
@Produces(MediaType.APPLICATION_JSON)
class ReconcileResource {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

    private final Reconcile service;
    private final SecurityIdentity caller;

    ReconcileResource(Reconcile service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @SecurityRequirementsSet
    @Operation(
            summary = "Read the manifest of the reconciliation service",
            description =
                    "What clients look at first; it needs no token. With queries, the same as the POST, which does.")
    public Map<String, Object> manifest(
            @QueryParam("queries") @Parameter(description = QUERIES) String queries,
            @QueryParam("extend") @Parameter(description = EXTEND) String extend,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        if (queries != null || extend != null) {
            if (caller.isAnonymous()) {
                throw new UnauthorizedException();
            }
            return service.answer(queries, extend);
        }
        return service.manifest(uri, headers, "/v1/reconcile");
    }

    @POST
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Consumes(FORM)
    @Operation(
            summary = "Reconcile a batch of queries, or fetch values of properties",
            description = "A form with queries or extend, each JSON as the Reconciliation Service API 0.2 has it. "
                    + "Scores are from 0 to 100; match is true where no person need look.")
    public Map<String, Object> answer(@RestForm("queries") String queries, @RestForm("extend") String extend) {
        return service.answer(queries, extend);
    }

    @GET
    @Path("/preview")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
    @Operation(
            summary = "See an organisation as a small page",
            description =
                    "HTML for a frame of the size that the manifest names: name, identifiers, address, status. A natural "
                            + "person is shown to nobody.")
    public RestResponse<String> preview(@QueryParam("id") @Parameter(description = ID) String id) {
        return service.preview(id);
    }

    @GET
    @Path("/suggest/{what}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Suggest what somebody has begun to type",
            description =
                    "Organisations, properties or types whose names begin so, or hold the words so begun; an id finds its "
                            + "own.")
    public Map<String, Object> suggest(
            @PathParam("what") @Parameter(example = "entity", description = "entity, property or type") String what,
            @QueryParam("prefix") @Parameter(description = PREFIX) String prefix,
            @QueryParam("cursor") @Parameter(description = CURSOR) Integer cursor) {
        return service.suggest(what, prefix, cursor);
    }

    @GET
    @Path("/flyout/{what}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "See a suggestion in a few lines",
            description = "The id, and HTML to show beside what was suggested.")
    public Map<String, Object> flyout(
            @PathParam("what") @Parameter(example = "entity", description = "entity, property or type") String what,
            @QueryParam("id") @Parameter(description = ID) String id) {
        return service.flyout(what, id == null ? "" : id);
    }

    @GET
    @Path("/properties")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Propose properties that can be fetched for a type",
            description = "Those that extend can be asked for, such as the company number or the postcode.")
    public Map<String, Object> properties(
            @QueryParam("type") @Parameter(description = TYPE) String type, @QueryParam("limit") Integer limit) {
        return service.properties(type, limit);
    }
}
