package anchorage.ingest.anchor.web;

import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.ingest.anchor.Anchors;
import anchorage.ingest.anchor.PublisherClients;
import anchorage.ingest.anchor.PublisherKey;
import anchorage.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/anchors/{anchor}/credentials/keys")
@Tag(name = "Anchors")
class PublisherKeysResource {

    private final Anchors anchors;
    private final PublisherClients publishers;
    private final Caller caller;

    PublisherKeysResource(Anchors anchors, PublisherClients publishers, Caller caller) {
        this.anchors = anchors;
        this.publishers = publishers;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed(PLATFORM_ADMIN)
    @Operation(
            summary = "Let the anchor's publisher client prove itself by keys instead of a secret",
            description = "The public half of each key, as a JSON Web Key Set. The client then fetches tokens by "
                    + "private_key_jwt (RFC 7523), and no secret of it opens anything. Every key of the set is good, so the "
                    + "next one is put beside the one in use, and that one left out once nobody uses it. POST "
                    + "/v1/anchors/{anchor}/credentials goes back to a secret.")
    public PublisherKeySet put(String anchor, @Valid @NotNull PublisherKeySet keys) {
        caller.mustActFor(anchor);
        anchors.named(anchor);
        publishers.useKeys(anchor, keys.keys());
        return keys;
    }

    /** The keys that are good. */
    record PublisherKeySet(@NotEmpty @Size(max = 5) List<@Valid @NotNull PublisherKey> keys) {}
}
