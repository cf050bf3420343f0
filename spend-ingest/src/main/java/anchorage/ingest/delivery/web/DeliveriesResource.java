package anchorage.ingest.delivery.web;

import static anchorage.ingest.delivery.Relation.Kind.SUPERSEDES;
import static anchorage.ingest.delivery.Relation.Kind.SUPPLEMENTS;
import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.ingest.anchor.Anchors;
import anchorage.ingest.delivery.Deliveries;
import anchorage.ingest.delivery.Delivery.ControlTotal;
import anchorage.ingest.delivery.DeliveryDesk;
import anchorage.ingest.delivery.Relation;
import anchorage.kit.page.Page;
import anchorage.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/anchors/{anchor}/feeds/{feed}/deliveries")
@Tag(name = "Deliveries")
class DeliveriesResource {

    private static final Pattern FILE_NAME = Pattern.compile("filename=\"?([^\";]+)\"?");
    private static final Pattern SHA_256 = Pattern.compile("sha-256=:([A-Za-z0-9+/=]+):");

    private final Anchors anchors;
    private final DeliveryDesk desk;
    private final Deliveries deliveries;
    private final Caller caller;

    DeliveriesResource(Anchors anchors, DeliveryDesk desk, Deliveries deliveries, Caller caller) {
        this.anchors = anchors;
        this.desk = desk;
        this.deliveries = deliveries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(summary = "List a feed's latest deliveries")
    public Page<DeliveryView> list(
            String anchor, String feed, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        caller.mustSee(anchor);
        return new Page<>(deliveries.of(anchor, feed, limit), null)
                .map(delivery -> DeliveryView.of(delivery, List.of(), List.of()));
    }

    @POST
    @Consumes("*/*")
    @RolesAllowed({PLATFORM_ADMIN, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Push a delivery",
            description = "Send the file itself as the body: CSV with any usual delimiter and encoding, an Excel "
                    + "workbook, or NDJSON, plain, in a gzip, or in a zip of one or many. The answer comes once the bytes are durable; follow Location to APPLIED or "
                    + "REFUSED. The same bytes again are the same delivery.")
    @APIResponse(responseCode = "202", description = "The bytes are durable and will be read; Location follows it")
    public RestResponse<DeliveryView> push(
            String anchor,
            String feed,
            @HeaderParam("Content-Disposition")
                    @Parameter(description = "The file's name, as attachment; filename=\"...\"")
                    String disposition,
            @HeaderParam("Repr-Digest") @Parameter(description = "RFC 9530, as sha-256=:...:; checked if sent")
                    String digest,
            @QueryParam("expectedLines") @Parameter(description = "Refuse the delivery unless it has so many lines")
                    Long expectedLines,
            @QueryParam("expectedTotal") @Parameter(description = "Refuse it unless they sum to these pounds")
                    BigDecimal expectedTotal,
            @QueryParam("period") @Parameter(description = "What it covers, such as 2026-03") String period,
            @QueryParam("supersedes")
                    @Parameter(
                            description = "An applied delivery of this feed that stops counting at the moment at which "
                                    + "this one comes to count")
                    UUID supersedes,
            @QueryParam("supplements")
                    @Parameter(
                            description = "An applied delivery of this feed whose refused rows this file brings, "
                                    + "mended; it counts beside that delivery, and for as long")
                    UUID supplements,
            InputStream bytes) {
        caller.mustActFor(anchor);
        anchors.named(anchor);
        var taken = desk.take(
                anchor,
                feed,
                found(FILE_NAME, disposition).orElse(null),
                found(SHA_256, digest),
                new ControlTotal(expectedLines, expectedTotal, period),
                relation(supersedes, supplements),
                bytes);
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.ACCEPTED, DeliveryView.of(taken, List.of(), List.of()))
                .location(URI.create("/v1/deliveries/" + taken.id()))
                .header("Retry-After", "1")
                .build();
    }

    private static Optional<Relation> relation(UUID supersedes, UUID supplements) {
        if (supersedes != null && supplements != null) {
            throw new BadRequestException(
                    "A delivery either supersedes another or supplements it. Give one of the two.");
        }
        return supersedes != null
                ? Optional.of(new Relation(SUPERSEDES, supersedes))
                : Optional.ofNullable(supplements).map(mended -> new Relation(SUPPLEMENTS, mended));
    }

    private static Optional<String> found(Pattern pattern, String header) {
        if (header == null) {
            return Optional.empty();
        }
        var matcher = pattern.matcher(header);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
