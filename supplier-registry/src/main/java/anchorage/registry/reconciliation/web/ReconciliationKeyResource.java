package anchorage.registry.reconciliation.web;

import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.Page;
import anchorage.kit.page.Pages;
import anchorage.kit.page.Position;
import anchorage.kit.security.Caller;
import anchorage.registry.reconciliation.ReconciliationKeys;
import anchorage.registry.reconciliation.ReconciliationKeys.Key;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/reconcile/keys")
@Tag(name = "Reconciliation")
class ReconciliationKeyResource {

    private final ReconciliationKeys keys;
    private final Caller caller;
    private final Pages pages;

    ReconciliationKeyResource(ReconciliationKeys keys, Caller caller, Pages pages) {
        this.keys = keys;
        this.caller = caller;
        this.pages = pages;
    }

    @POST
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD})
    @Operation(
            summary = "Make a key for a client that can send no token",
            description = "It is shown once, with the address to give to OpenRefine. It opens what public registers "
                    + "say of organisations, and nothing else.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MadeKey.class)))
    public RestResponse<MadeKey> make(@NotNull @Valid Wanted wanted) {
        var made = keys.make(wanted.purpose(), caller.name());
        var path = "/v1/reconcile/k/" + made.key();
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, new MadeKey(made.id(), made.key(), path))
                .location(URI.create("/v1/reconcile/keys/" + made.id()))
                .build();
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD})
    @Operation(
            summary = "List the keys, without what opens",
            description =
                    "The latest first, each with its purpose, who made it and when. A key itself is shown only when it is made.")
    public Page<Key> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return pages.of(
                cursor,
                limit,
                (after, most) ->
                        keys.latest(after.map(last -> new ReconciliationKeys.Place(last.moment(0), last.id(1))), most),
                key -> Position.of(key.madeAt(), key.id()));
    }

    @DELETE
    @Path("/{key}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD})
    @Operation(summary = "Revoke a key", description = "From the next request on it opens nothing.")
    public void revoke(UUID key) {
        if (!keys.revoke(key)) {
            throw new NotFoundException("There is no key " + key + " that opens.");
        }
    }

    /** What a key is for. */
    record Wanted(@NotBlank String purpose) {}

    /** A key, shown once. */
    record MadeKey(UUID id, String key, String path) {}
}
