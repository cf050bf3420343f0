package anchorage.registry.reconciliation.web;

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
            @QueryParam("queries") String queries,
            @QueryParam("extend") String extend,
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
    @Operation(summary = "See an organisation as a small page")
    public RestResponse<String> preview(@PathParam("key") String key, @QueryParam("id") String id) {
        keys.mustOpen(key);
        return service.preview(id);
    }

    @GET
    @Path("/suggest/{what}")
    @PermitAll
    @SecurityRequirementsSet
    @Operation(summary = "Suggest what somebody has begun to type")
    public Map<String, Object> suggest(
            @PathParam("key") String key,
            @PathParam("what") @Parameter(example = "entity", description = "entity, property or type") String what,
            @QueryParam("prefix") String prefix) {
        keys.mustOpen(key);
        return service.suggest(what, prefix);
    }

    @GET
    @Path("/flyout/{what}")
    @PermitAll
    @SecurityRequirementsSet
    @Operation(summary = "See a suggestion in a few lines")
    public Map<String, Object> flyout(
            @PathParam("key") String key,
            @PathParam("what") @Parameter(example = "entity", description = "entity, property or type") String what,
            @QueryParam("id") String id) {
        keys.mustOpen(key);
        return service.flyout(what, id == null ? "" : id);
    }

    @GET
    @Path("/properties")
    @PermitAll
    @SecurityRequirementsSet
    @Operation(summary = "Propose properties that can be fetched for a type")
    public Map<String, Object> properties(
            @PathParam("key") String key, @QueryParam("type") String type, @QueryParam("limit") Integer limit) {
        keys.mustOpen(key);
        return service.properties(type, limit);
    }
}
