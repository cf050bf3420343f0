package anchorage.ingest.feed.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.ingest.anchor.Anchors;
import anchorage.ingest.feed.Feed;
import anchorage.ingest.feed.Feed.Cadence;
import anchorage.ingest.feed.Feed.VatBasis;
import anchorage.ingest.feed.Feeds;
import anchorage.ingest.feed.MappingHistory;
import anchorage.ingest.feed.MappingHistory.MappingVersion;
import anchorage.ingest.feed.MappingPreset;
import anchorage.ingest.feed.MappingPresets;
import anchorage.ingest.reading.ColumnMapping;
import anchorage.ingest.reading.Layout;
import anchorage.ingest.reading.LedgerFile;
import anchorage.ingest.reading.Row;
import anchorage.ingest.reading.RowReader;
import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.Page;
import anchorage.kit.page.Pages;
import anchorage.kit.page.Position;
import anchorage.kit.security.Caller;
import anchorage.kit.tag.Precondition;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/anchors/{anchor}/feeds")
@Tag(name = "Feeds", description = "The recurring streams of an anchor's deliveries")
class FeedResource {

    private static final String ID = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final int SAMPLE_BYTES = 1 << 18;
    private static final int PACKED_BYTES = 1 << 26;
    private static final int SAMPLE_ROWS = 10;

    private final Anchors anchors;
    private final Feeds feeds;
    private final MappingHistory mappings;
    private final MappingPresets presets;
    private final Caller caller;
    private final Precondition precondition;
    private final Pages pages;

    FeedResource(
            Anchors anchors,
            Feeds feeds,
            MappingHistory mappings,
            MappingPresets presets,
            Caller caller,
            Precondition precondition,
            Pages pages) {
        this.anchors = anchors;
        this.feeds = feeds;
        this.mappings = mappings;
        this.presets = presets;
        this.caller = caller;
        this.precondition = precondition;
        this.pages = pages;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(summary = "List an anchor's feeds", description = "In the order of their ids.")
    public Page<Feed> list(
            String anchor,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        caller.mustSee(anchor);
        anchors.named(anchor);
        return pages.of(
                cursor,
                limit,
                (after, most) -> feeds.after(anchor, after.map(last -> last.text(0)), most),
                feed -> Position.of(feed.id()));
    }

    @GET
    @Path("/{feed}")
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Read a feed",
            description = "Its VAT basis, threshold and cadence, and the mapping that its next delivery is read by.")
    public Feed read(String anchor, String feed) {
        caller.mustSee(anchor);
        return feeds.of(anchor, feed);
    }

    @PUT
    @Path("/{feed}")
    @RolesAllowed({PLATFORM_ADMIN, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Create or change a feed",
            description = "Without a mapping, the feed keeps the one it has, or takes the one that its first "
                    + "delivery's header proposes. With If-Match, only if the feed is still as you read it; with "
                    + "If-None-Match: *, only if it is new.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Feed.class)))
    @APIResponse(responseCode = "412", description = "It is not as If-Match or If-None-Match takes it to be")
    public Feed put(
            String anchor,
            @Pattern(regexp = ID, message = "must be lower-case letters, digits and hyphens") String feed,
            @Valid @NotNull FeedDescription description) {
        caller.mustActFor(anchor);
        anchors.named(anchor);
        precondition.mustHold(() -> feeds.find(anchor, feed));
        return feeds.put(
                new Feed(
                        anchor,
                        feed,
                        description.title() == null ? feed : description.title(),
                        description.vatBasis() == null ? VatBasis.UNKNOWN : description.vatBasis(),
                        description.threshold(),
                        description.cadence() == null ? Cadence.MONTHLY : description.cadence(),
                        description.mapping(),
                        0),
                caller.name());
    }

    @GET
    @Path("/{feed}/mappings")
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "List the mappings that a feed has had",
            description = "The latest first, each with when it came, and from whom or from which delivery's header.")
    public Page<MappingVersion> mappings(
            String anchor,
            String feed,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        caller.mustSee(anchor);
        feeds.of(anchor, feed);
        return pages.of(
                cursor,
                limit,
                (after, most) -> mappings.before(
                        anchor, feed, after.map(last -> last.number(0)).orElse(Long.MAX_VALUE), most),
                mapping -> Position.of(mapping.version()));
    }

    @POST
    @Path("/{feed}/mapping-proposals")
    @Consumes("*/*")
    @RolesAllowed({PLATFORM_ADMIN, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Propose a layout and mapping for a file",
            description = "Send the file's first bytes, of which 256 KiB are read, or all of a workbook or zip, of "
                    + "which 64 MiB are. Nothing is stored. The feed need not exist yet.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Proposal.class)))
    @APIResponse(responseCode = "422", description = "This is no ledger, or its columns are not found; detail says why")
    public Proposal propose(String anchor, String feed, InputStream beginning) throws IOException {
        caller.mustActFor(anchor);
        anchors.named(anchor);
        try (var file = LedgerFile.ofBeginning(beginning(beginning))) {
            var rows = new RowReader(anchor, file);
            var read = new ArrayList<Row>();
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                read.add(row.get());
                if (read.size() == SAMPLE_ROWS) {
                    break;
                }
            }
            return new Proposal(
                    file.layout(),
                    file.mapping(),
                    file.confidences(),
                    presets.followedBy(file.layout().header())
                            .map(MappingPreset::id)
                            .orElse(null),
                    VatBasis.proposedBy(file.layout().header(), file.mapping()),
                    read);
        }
    }

    /** A text tells by its beginning; what is packed, or a workbook, has its table of contents at the end. */
    private static byte[] beginning(InputStream bytes) throws IOException {
        var sample = bytes.readNBytes(SAMPLE_BYTES);
        if (!LedgerFile.isPacked(sample)) {
            return sample;
        }
        var whole = new ByteArrayOutputStream();
        whole.write(sample);
        whole.write(bytes.readNBytes(PACKED_BYTES - sample.length));
        return whole.toByteArray();
    }

    /** What is said of a feed. */
    record FeedDescription(
            String title,

            @Schema(description = "What the amounts include; UNKNOWN unless said")
            VatBasis vatBasis,

            @Schema(description = "Pounds below which no payment is published", examples = "500.00")
            BigDecimal threshold,

            @Schema(description = "MONTHLY unless said") Cadence cadence,
            ColumnMapping mapping) {}

    /** How a file would be read. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proposal(
            Layout layout,
            ColumnMapping mapping,

            @Schema(description = "From 0 to 1 by field key; 1 is a known header")
            Map<String, Double> confidences,

            @Schema(
                    description = "The published schema that the header follows, of GET /v1/mapping-presets; absent "
                            + "if it follows none")
            String preset,

            @Schema(description = "What the header says the amounts include")
            VatBasis vatBasis,

            @Schema(description = "The first rows as they would be read")
            List<Row> sample) {}
}
