package anchorage.ingest.feed.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.ingest.feed.MappingPreset;
import anchorage.ingest.feed.MappingPresets;
import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.Page;
import anchorage.kit.page.Pages;
import anchorage.kit.page.Position;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/mapping-presets")
@Tag(name = "Feeds")
class MappingPresetResource {

    private final MappingPresets presets;
    private final Pages pages;

    MappingPresetResource(MappingPresets presets, Pages pages) {
        this.presets = presets;
        this.pages = pages;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "List the published schemas that are known",
            description = "Each with the mapping of its columns, to give to a feed as it is or changed. A mapping "
                    + "proposal says which of them a file's header follows.")
    public Page<MappingPreset> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return pages.of(cursor, limit, presets.all(), preset -> Position.of(preset.id()));
    }
}
