package anchorage.registry.reconciliation.web;

import static anchorage.registry.reconciliation.web.Descriptions.CURSOR;
import static anchorage.registry.reconciliation.web.Descriptions.EXTEND;
import static anchorage.registry.reconciliation.web.Descriptions.ID;
import static anchorage.registry.reconciliation.web.Descriptions.PREFIX;
import static anchorage.registry.reconciliation.web.Descriptions.QUERIES;
import static anchorage.registry.reconciliation.web.Descriptions.TYPE;

import jakarta.annotation.security.PermitAll;
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

/** The same service for clients that can send no token: a steward's key stands in the address. */
@Path("/v1/reconcile/k/{key}")
@Tag(name = "Reconciliation")
@Produces(MediaType.APPLICATION_JSON)
class KeyedReconcileResource {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

    private final Reconcile service;
    private final KeyCheck keys;

    KeyedReconcileResource(Reconcile service, KeyCheck keys) {
        this.service = service;
        this.keys = keys;
    }

    @GET
    @PermitAll
    @SecurityRequirementsSet
    @Operation(summary = "Read the manifest, with a key", description = "Point OpenRefine at this address.")
    public Map<String, Object> manifest(
            @PathParam("key") String key,
            @QueryParam("queries") @Parameter(description = QUERIES) String queries,
            @QueryParam("extend") @Parameter(description = EXTEND) String extend,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        keys.mustOpen(key);
        if (queries != null || extend != null) {
            return service.answer(queries, extend);
        }
        return service.manifest(uri, headers, "/v1/reconcile/k/" + key);
    }

    @POST
    @PermitAll
    @SecurityRequirementsSet
    @Consumes(FORM)
    @Operation(
            summary = "Reconcile a batch of queries, or fetch values of properties",
            description = "A form with queries or extend, each JSON as the Reconciliation Service API 0.2 has it. "
                    + "Scores are from 0 to 100; match is true where no person need look.")
    public Map<String, Object> answer(
            @PathParam("key") String key, @RestForm("queries") String queries, @RestForm("extend") String extend) {
        keys.mustOpen(key);
        return service.answer(queries, extend);
    }

    @GET
    @Path("/preview")
    @PermitAll
    @SecurityRequirementsSet
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
    @Operation(
            summary = "See an organisation as a small page",
            description =
                    "HTML for a frame of the size that the manifest names: name, identifiers, address, status. A natural "
                            + "person is shown to nobody.")
    public RestResponse<String> preview(
            @PathParam("key") String key, @QueryParam("id") @Parameter(description = ID) String id) {
        keys.mustOpen(key);
        return service.preview(id);
    }

    @GET
    @Path("/suggest/{what}")
    @PermitAll
    @SecurityRequirementsSet
    @Operation(
            summary = "Suggest what somebody has begun to type",
            description =
                    "Organisations, properties or types whose names begin so, or hold the words so begun; an id finds its "
                            + "own.")
    public Map<String, Object> suggest(
            @PathParam("key") String key,
            @PathParam("what") @Parameter(example = "entity", description = "entity, property or type") String what,
            @QueryParam("prefix") @Parameter(description = PREFIX) String prefix,
            @QueryParam("cursor") @Parameter(description = CURSOR) Integer cursor) {
        keys.mustOpen(key);
        return service.suggest(what, prefix, cursor);
    }

    @GET
    @Path("/flyout/{what}")
    @PermitAll
    @SecurityRequirementsSet
    @Operation(
            summary = "See a suggestion in a few lines",
            description = "The id, and HTML to show beside what was suggested.")
    public Map<String, Object> flyout(
            @PathParam("key") String key,
            @PathParam("what") @Parameter(example = "entity", description = "entity, property or type") String what,
            @QueryParam("id") @Parameter(description = ID) String id) {
        keys.mustOpen(key);
        return service.flyout(what, id == null ? "" : id);
    }

    @GET
    @Path("/properties")
    @PermitAll
    @SecurityRequirementsSet
    @Operation(
            summary = "Propose properties that can be fetched for a type",
            description = "Those that extend can be asked for, such as the company number or the postcode.")
    public Map<String, Object> properties(
            @PathParam("key") String key,
            @QueryParam("type") @Parameter(description = TYPE) String type,
            @QueryParam("limit") Integer limit) {
        keys.mustOpen(key);
        return service.properties(type, limit);
    }
}
