package anchorage.ingest.delivery.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.ingest.delivery.Deliveries;
import anchorage.ingest.delivery.Delivery;
import anchorage.ingest.delivery.RawBytes;
import anchorage.ingest.delivery.RefusedRows;
import anchorage.ingest.delivery.RefusedRows.RefusedRow;
import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.Page;
import anchorage.kit.page.Pages;
import anchorage.kit.page.Position;
import anchorage.kit.prefer.Preferences;
import anchorage.kit.security.Caller;
import anchorage.safeguard.audit.Audited;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.groups.UniRepeat;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

@Path("/v1/deliveries/{delivery}")
@Tag(name = "Deliveries", description = "The files and pushes of a feed, accounted for row by row")
class DeliveryResource {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** Less than whoever stands between us and the client would wait. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Deliveries deliveries;
    private final RefusedRows refusedRows;
    private final RawBytes raw;
    private final Caller caller;
    private final Clock clock;
    private final Pages pages;

    DeliveryResource(
            Deliveries deliveries, RefusedRows refusedRows, RawBytes raw, Caller caller, Clock clock, Pages pages) {
        this.deliveries = deliveries;
        this.refusedRows = refusedRows;
        this.raw = raw;
        this.caller = caller;
        this.clock = clock;
        this.pages = pages;
    }

    @GET
    @Blocking
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Read a delivery",
            description = "While its state is RECEIVED, READING or PUBLISHED it is still on its way; ask again, or "
                    + "prefer to wait. An analyst sees the counts, and the cells of refused rows only for an anchor of "
                    + "their own.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DeliveryView.class)))
    public Uni<RestResponse<DeliveryView>> read(
            UUID delivery,
            @HeaderParam(Preferences.HEADER)
                    @Parameter(
                            description = "wait=10 to be answered as soon as it is no longer on its way, or after so "
                                    + "many seconds as it then stands; 30 at most (RFC 7240)",
                            example = "wait=10")
                    String prefer) {
        var found = deliveries.of(delivery);
        caller.mustSee(found.anchor());
        var seesCells = caller.actsFor(found.anchor());
        var patience = Preferences.of(prefer == null ? List.of() : List.of(prefer))
                .patience()
                .map(wished -> LONGEST.compareTo(wished) < 0 ? LONGEST : wished);
        if (patience.isEmpty()) {
            return Uni.createFrom().item(answer(view(found, seesCells)).build());
        }
        var until = clock.instant().plus(patience.get());
        return looks(delivery, seesCells)
                .whilst(view -> view.state().isUnderway() && clock.instant().isBefore(until))
                .collect()
                .last()
                .map(view -> answer(view)
                        .header(Preferences.APPLIED, "wait=" + patience.get().toSeconds())
                        .build());
    }

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Follow a delivery",
            description = "Server-sent events, each the delivery as it then stands: at once, whenever it changes, and "
                    + "every 15 seconds while it does not. The stream ends after the event that says how it came out; "
                    + "if it breaks off earlier, ask again.")
    public Multi<DeliveryView> follow(UUID delivery) {
        var anchor = deliveries.of(delivery).anchor();
        caller.mustSee(anchor);
        var seesCells = caller.actsFor(anchor);
        return looks(delivery, seesCells)
                .whilst(view -> view.state().isUnderway())
                .select()
                .where(new WorthSaying(clock));
    }

    @GET
    @Audited
    @Path("/refused-rows")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "List the rows that could not be read",
            description = "In file order, each with its original cells, the reason and what to do. As text/csv, all of "
                    + "them, ready to mend and push.")
    public Page<RefusedRow> refused(
            UUID delivery,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        own(delivery);
        return pages.of(
                cursor,
                limit,
                (after, most) -> refusedRows.of(
                        delivery, after.map(last -> last.number(0)).orElse(0L), most),
                row -> Position.of(row.row()));
    }

    @GET
    @Audited
    @Path("/refused-rows")
    @Produces(CsvFile.MEDIA_TYPE)
    @RolesAllowed({PLATFORM_ADMIN, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> refusedCsv(UUID delivery) {
        return CsvFile.answer(RefusedRowsCsv.of(own(delivery), refusedRows), "refused-rows-" + delivery)
                .build();
    }

    @GET
    @Audited
    @Path("/original")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({PLATFORM_ADMIN, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Download the delivery's exact bytes",
            description = "The file as it was pushed, byte for byte; its sha256 is in the delivery.")
    public RestResponse<File> original(UUID delivery) {
        return RestResponse.ok(raw.path(own(delivery).sha256()).toFile());
    }

    @POST
    @Path("/withdrawal")
    @RolesAllowed({PLATFORM_ADMIN, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Take an applied delivery back",
            description =
                    "Its lines, and those of its supplements, stop counting within seconds; an answer as of an earlier moment still has them. "
                            + "Withdrawing twice is withdrawing once. The same bytes pushed again are a new delivery.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "409", description = "The delivery does not count")
    public DeliveryView withdraw(UUID delivery, @Valid @NotNull Withdrawing withdrawing) {
        own(delivery);
        return view(deliveries.withdraw(delivery, withdrawing.reason()), true);
    }

    /** What is said of a withdrawal. */
    record Withdrawing(
            @NotBlank @Size(max = 1000) @Schema(description = "Why, for those who find the figure changed")
            String reason) {}

    /** The delivery as it stands, again and again, looked at by other threads than the request's. */
    private UniRepeat<DeliveryView> looks(UUID delivery, boolean seesCells) {
        var reach = caller.reach();
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> reach.during(() -> view(deliveries.of(delivery), seesCells)))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(LOOK_EVERY);
    }

    private static RestResponse.ResponseBuilder<DeliveryView> answer(DeliveryView view) {
        return RestResponse.ResponseBuilder.ok(view).header(HttpHeaders.VARY, Preferences.HEADER);
    }

    /** A refused row may name a person, so who does not act for the anchor is told how many there are and why. */
    private DeliveryView view(Delivery delivery, boolean seesCells) {
        var problems = refusedRows.summary(delivery.id()).stream()
                .map(problem -> seesCells ? problem : problem.withoutCells())
                .toList();
        return DeliveryView.of(delivery, problems, deliveries.supplements(delivery.id()));
    }

    /** What holds an anchor's cells as they were sent is for that anchor. */
    private Delivery own(UUID delivery) {
        var found = deliveries.of(delivery);
        caller.mustActFor(found.anchor());
        return found;
    }
}
