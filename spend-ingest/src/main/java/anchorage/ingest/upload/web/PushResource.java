package anchorage.ingest.upload.web;

import static anchorage.ingest.upload.web.UploadFields.COMPLETE;
import static anchorage.ingest.upload.web.UploadFields.LENGTH;
import static anchorage.ingest.upload.web.UploadFields.LIMIT;
import static anchorage.ingest.upload.web.UploadFields.OFFSET;
import static anchorage.ingest.upload.web.UploadFields.PART;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.ingest.anchor.Anchors;
import anchorage.ingest.delivery.Backlog;
import anchorage.ingest.delivery.Delivery;
import anchorage.ingest.delivery.DeliveryDesk;
import anchorage.ingest.delivery.Push;
import anchorage.ingest.delivery.web.DeliveryView;
import anchorage.ingest.upload.Part;
import anchorage.ingest.upload.UploadDesk;
import anchorage.ingest.upload.UploadLimits;
import anchorage.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/v1/anchors/{anchor}/feeds/{feed}/deliveries")
@Tag(name = "Deliveries")
class PushResource {

    private final Anchors anchors;
    private final Backlog backlog;
    private final DeliveryDesk desk;
    private final UploadDesk uploads;
    private final UploadLimits limits;
    private final Caller caller;

    PushResource(
            Anchors anchors,
            Backlog backlog,
            DeliveryDesk desk,
            UploadDesk uploads,
            UploadLimits limits,
            Caller caller) {
        this.anchors = anchors;
        this.backlog = backlog;
        this.desk = desk;
        this.uploads = uploads;
        this.limits = limits;
        this.caller = caller;
    }

    @POST
    @Consumes("*/*")
    @RolesAllowed({PLATFORM_ADMIN, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Push a delivery",
            description = "Send the file itself as the body: CSV with any usual delimiter and encoding, an Excel "
                    + "workbook, or NDJSON, plain, in a gzip, or in a zip of one or many. The answer comes once the "
                    + "bytes are durable; follow Location to APPLIED or REFUSED. The same bytes again are the same "
                    + "delivery. With 'Upload-Complete: ?0' the body is only the file's beginning, or nothing, and "
                    + "Location is an upload that takes the rest by PATCH.")
    @APIResponse(responseCode = "201", description = "An upload has begun; Location takes the file's other parts")
    @APIResponse(
            responseCode = "202",
            description = "The bytes are durable and will be read; Location follows it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "413", description = "The file is larger than Upload-Limit says is taken")
    @APIResponse(
            responseCode = "429",
            description = "Too many deliveries of the anchor wait; Retry-After says when to try")
    @APIResponse(responseCode = "503", description = "Too many deliveries wait in all; Retry-After says when to try")
    public RestResponse<DeliveryView> push(
            String anchor,
            String feed,
            @BeanParam SentFile file,
            @HeaderParam("Content-Length") @Parameter(hidden = true) String size,
            @HeaderParam(COMPLETE) @Parameter(description = "?0 if more of the file follows; ?1 unless said")
                    String complete,
            @HeaderParam(LENGTH) @Parameter(description = "Bytes of the whole file") String length,
            InputStream bytes) {
        caller.mustActFor(anchor);
        anchors.named(anchor);
        var push = file.push(anchor, feed);
        // Before a byte of the body is taken. What has begun is taken to its end.
        backlog.mustHaveRoom(push);
        var isLast = UploadFields.truth(complete).orElse(true);
        var part = new Part(0, UploadFields.bytes(size), UploadFields.bytes(length), isLast);
        if (!isLast) {
            return begun(push, part, bytes);
        }
        var answer = accepted(desk.take(push, bytes));
        return complete == null
                ? answer.build()
                : answer.header(COMPLETE, UploadFields.written(true)).build();
    }

    @OPTIONS
    @RolesAllowed({PLATFORM_ADMIN, ANCHOR_PUBLISHER})
    @Operation(summary = "Ask what an upload may be", description = "The limits are in Upload-Limit.")
    @APIResponse(responseCode = "204", description = "Files are taken in parts")
    public RestResponse<Void> limits(String anchor, String feed) {
        caller.mustActFor(anchor);
        return ResponseBuilder.<Void>create(204)
                .header("Allow", "GET, HEAD, OPTIONS, POST")
                .header("Accept-Patch", PART)
                .header(LIMIT, UploadFields.written(limits, limits.age()))
                .build();
    }

    private RestResponse<DeliveryView> begun(Push push, Part part, InputStream bytes) {
        var upload = uploads.append(uploads.begin(push, part.length()).id(), part, bytes);
        return ResponseBuilder.<DeliveryView>create(201)
                .location(URI.create("/v1/uploads/" + upload.id()))
                .header(OFFSET, upload.received())
                .header(COMPLETE, UploadFields.written(false))
                .header(LIMIT, UploadFields.written(limits, limits.age()))
                .build();
    }

    /** The answer to a file that has come in whole. */
    static ResponseBuilder<DeliveryView> accepted(Delivery delivery) {
        return ResponseBuilder.create(RestResponse.Status.ACCEPTED, DeliveryView.of(delivery, List.of(), List.of()))
                .location(URI.create("/v1/deliveries/" + delivery.id()))
                .header("Retry-After", "1");
    }
}
