package anchorage.ingest.upload.web;

import static anchorage.ingest.upload.web.UploadFields.COMPLETE;
import static anchorage.ingest.upload.web.UploadFields.LENGTH;
import static anchorage.ingest.upload.web.UploadFields.LIMIT;
import static anchorage.ingest.upload.web.UploadFields.OFFSET;
import static anchorage.ingest.upload.web.UploadFields.PART;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.ingest.delivery.BytesRefused;
import anchorage.ingest.delivery.NotApplied;
import anchorage.ingest.delivery.UnknownDelivery;
import anchorage.ingest.delivery.web.DeliveryView;
import anchorage.ingest.upload.Part;
import anchorage.ingest.upload.Upload;
import anchorage.ingest.upload.UploadDesk;
import anchorage.ingest.upload.UploadLimits;
import anchorage.kit.security.Caller;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/v1/uploads/{upload}")
@Tag(
        name = "Uploads",
        description = "Files that come in parts, after draft-ietf-httpbis-resumable-upload. Only the anchor that began "
                + "an upload reaches it.")
class UploadResource {

    private final UploadDesk desk;
    private final UploadLimits limits;
    private final Caller caller;
    private final Clock clock;

    UploadResource(UploadDesk desk, UploadLimits limits, Caller caller, Clock clock) {
        this.desk = desk;
        this.limits = limits;
        this.caller = caller;
        this.clock = clock;
    }

    @HEAD
    @RolesAllowed({PLATFORM_ADMIN, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Ask how much of an upload is here",
            description = "Upload-Offset says where the next part begins. A part that is still arriving ends with this "
                    + "question. Once Upload-Complete is ?1, Location is the delivery.")
    @APIResponse(responseCode = "204", description = "The fields say how it stands")
    public RestResponse<Void> stand(UUID upload) {
        own(upload);
        var now = desk.settled(upload);
        var answer = ResponseBuilder.<Void>create(204)
                .header(OFFSET, now.received())
                .header(COMPLETE, UploadFields.written(now.isComplete()))
                .header(LIMIT, UploadFields.written(limits, Duration.between(clock.instant(), now.expiresAt())))
                .header("Cache-Control", "no-store");
        now.length().ifPresent(length -> answer.header(LENGTH, length));
        now.delivery().ifPresent(delivery -> answer.location(URI.create("/v1/deliveries/" + delivery)));
        return answer.build();
    }

    @PATCH
    @Consumes(PART)
    @RolesAllowed({PLATFORM_ADMIN, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Send the next part of an upload",
            description = "The body is what follows the first Upload-Offset bytes of the file. With the last part, or "
                    + "with no body after it, say 'Upload-Complete: ?1': the answer is then the one that a whole push "
                    + "gets. What arrived before a connection broke is kept; ask with HEAD where to go on.")
    @APIResponse(
            responseCode = "202",
            description = "The file is whole and will be read; Location follows the delivery",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "204", description = "The part is here and durable")
    @APIResponse(
            responseCode = "409",
            description = "The upload does not end where the part begins; Upload-Offset says where it does")
    @APIResponse(responseCode = "413", description = "The file or the part is larger than Upload-Limit says is taken")
    public RestResponse<DeliveryView> append(
            UUID upload,
            @HeaderParam(OFFSET) @Parameter(description = "Where in the file the part begins, in bytes") String offset,
            @HeaderParam(COMPLETE) @Parameter(description = "?1 if the file ends with this part, else ?0")
                    String complete,
            @HeaderParam(LENGTH) @Parameter(description = "Bytes of the whole file, if not said before") String length,
            @HeaderParam("Content-Length") @Parameter(hidden = true) String size,
            @Context HttpServerResponse response,
            InputStream bytes) {
        own(upload);
        var part = new Part(
                UploadFields.bytes(offset).orElseThrow(() -> missing(OFFSET, "the byte at which the part begins")),
                UploadFields.bytes(size),
                UploadFields.bytes(length),
                UploadFields.truth(complete)
                        .orElseThrow(() -> missing(COMPLETE, "?1 if this is the last part, or ?0")));
        var now = desk.append(upload, part, bytes);
        return part.isLast() ? completed(now, response) : appended(now);
    }

    @DELETE
    @RolesAllowed({PLATFORM_ADMIN, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Give an upload up",
            description = "Its bytes are removed. A delivery that it has become is not touched.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void cancel(UUID upload) {
        own(upload);
        desk.cancel(upload);
    }

    private RestResponse<DeliveryView> appended(Upload now) {
        return ResponseBuilder.<DeliveryView>create(204)
                .header(OFFSET, now.received())
                .header(COMPLETE, UploadFields.written(false))
                .header(LIMIT, UploadFields.written(limits, limits.age()))
                .build();
    }

    private RestResponse<DeliveryView> completed(Upload now, HttpServerResponse response) {
        try {
            return PushResource.accepted(desk.complete(now))
                    .header(COMPLETE, UploadFields.written(true))
                    .build();
        } catch (BytesRefused | NotApplied | UnknownDelivery refused) {
            // Tells the client that the refusal is of the whole file, and that no part need be sent again.
            response.putHeader(COMPLETE, UploadFields.written(true));
            throw refused;
        }
    }

    private void own(UUID upload) {
        caller.mustActFor(desk.of(upload).push().anchor());
    }

    private static BadRequestException missing(String field, String meaning) {
        return new BadRequestException("The header field " + field + " is needed: " + meaning + ".");
    }
}
