package anchorage.ingest.quality.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.ingest.anchor.Anchors;
import anchorage.ingest.quality.Scorecards;
import anchorage.ingest.quality.Scorecards.Silence;
import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.Page;
import anchorage.kit.page.Pages;
import anchorage.kit.page.Position;
import anchorage.kit.security.Caller;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/anchors/{anchor}")
@Tag(name = "Quality", description = "How good an anchor's feeds are")
class QualityResource {

    private final Anchors anchors;
    private final Scorecards scorecards;
    private final Caller caller;
    private final Pages pages;

    QualityResource(Anchors anchors, Scorecards scorecards, Caller caller, Pages pages) {
        this.anchors = anchors;
        this.scorecards = scorecards;
        this.caller = caller;
        this.pages = pages;
    }

    @GET
    @Path("/quality")
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Read the scorecard of an anchor's feeds",
            description = "What the feeds brought in the last 365 days, each and all together. The score is the "
                    + "weighted mean of the components that have something to count, from 0 to 100. How much of the "
                    + "value is identified and located is known to the ledger alone: each of those components says "
                    + "where it is answered.")
    public QualityView quality(String anchor) {
        caller.mustSee(anchor);
        anchors.named(anchor);
        return QualityView.of(anchor, scorecards.of(anchor));
    }

    @GET
    @Path("/alerts")
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "List what an anchor should look at now",
            description = "A feed is silent when a delivery was due by its cadence, with some days of grace, and none "
                    + "has come. The alert is gone with the next delivery. In the order of the feeds' ids.")
    public Page<Alert> alerts(
            String anchor,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        caller.mustSee(anchor);
        anchors.named(anchor);
        return pages.of(
                        cursor,
                        limit,
                        (after, most) -> scorecards.silences(anchor, after.map(last -> last.text(0)), most),
                        silence -> Position.of(silence.feed()))
                .map(Alert::of);
    }

    /** Something that an anchor should look at. */
    record Alert(
            Code code,
            String feed,

            @Schema(description = "When the delivery was due")
            Instant since,

            @Schema(description = "When the last delivery came, or the feed was described if none has")
            Instant lastHeard,

            String detail) {

        enum Code {
            SILENT_FEED;

            @JsonValue
            public String slug() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        static Alert of(Silence silence) {
            return new Alert(
                    Code.SILENT_FEED,
                    silence.feed(),
                    silence.since(),
                    silence.lastHeard(),
                    "Feed '" + silence.feed() + "' owes a delivery. Push it, or change the feed's cadence if it comes "
                            + "less often.");
        }
    }
}
