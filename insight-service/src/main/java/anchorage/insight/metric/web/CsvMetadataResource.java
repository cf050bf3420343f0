package anchorage.insight.metric.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.metric.BadQuestion;
import anchorage.kit.csv.CsvMetadata;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(CsvMetadataResource.PATH)
@Tag(name = "Insights")
class CsvMetadataResource {

    static final String PATH = "/v1/insights/csv-metadata.json";

    /** Fields that are numbers, though they are written as text so that none passes through a binary fraction. */
    private static final Set<String> NUMBERS = Set.of(
            "total",
            "credits",
            "local",
            "elsewhere",
            "unknown",
            "leakage",
            "spend",
            "matched",
            "attributed",
            "redacted",
            "paidLocally",
            "reach",
            "estimate",
            "threshold",
            "change",
            "toUnweightedMean",
            "score",
            "hhi",
            "atLeast",
            "atMost",
            "ofKnown");

    private static boolean isNumber(RecordComponent field) {
        return NUMBERS.contains(field.getName())
                || field.getName().endsWith("Share")
                || field.getName().equals("share");
    }

    @GET
    @Produces(CsvMetadata.MEDIA_TYPE)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "What the columns of a table are",
            description = "CSV on the Web metadata of an answer as text/csv, whose Link header leads here.")
    public CsvMetadata read(
            @QueryParam("table") @Parameter(description = "Which table", example = "leakage") String table,
            @QueryParam("keys")
                    @DefaultValue("")
                    @Parameter(description = "What it is broken down by, with commas between", example = "category")
                    String keys,
            @QueryParam("url")
                    @DefaultValue("")
                    @Parameter(description = "The address of the table", example = "/v1/insights/leakage?by=category")
                    String url) {
        if (!url.startsWith("/v1/insights/")) {
            throw new BadQuestion("'url' is the address of a table, such as /v1/insights/leakage?by=category.");
        }
        var named = Arrays.stream(keys.split(",")).filter(key -> !key.isBlank()).toList();
        var metric = MetricCsv.of(Table.of(table), named);
        return CsvMetadata.of(url, metric, List.of(), CsvMetadataResource::isNumber);
    }
}
