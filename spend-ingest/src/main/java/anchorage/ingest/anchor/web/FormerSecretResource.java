package anchorage.ingest.anchor.web;

import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.ingest.anchor.Anchors;
import anchorage.ingest.anchor.PublisherClients;
import anchorage.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/anchors/{anchor}/credentials/former")
@Tag(name = "Anchors")
class FormerSecretResource {

    private final Anchors anchors;
    private final PublisherClients publishers;
    private final Caller caller;

    FormerSecretResource(Anchors anchors, PublisherClients publishers, Caller caller) {
        this.anchors = anchors;
        this.publishers = publishers;
        this.caller = caller;
    }

    @DELETE
    @RolesAllowed(PLATFORM_ADMIN)
    @Operation(
            summary = "End the former secret of the anchor's publisher client at once",
            description = "As it should when it has leaked, or when nobody uses it any more. Done already, it is done. "
                    + "Access tokens that were fetched with it live on for their five minutes.")
    @APIResponse(responseCode = "204", description = "The former secret opens nothing")
    public void end(String anchor) {
        caller.mustActFor(anchor);
        anchors.named(anchor);
        publishers.endFormer(anchor);
    }
}
