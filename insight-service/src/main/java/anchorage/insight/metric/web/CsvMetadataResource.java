package anchorage.insight.metric.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.metric.BadQuestion;
import anchorage.kit.csv.CsvTable.Column;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

    /** Metadata of a table, as CSV on the Web has it. */
    @Schema(name = "CsvMetadata")
    record Metadata(
            @JsonProperty("@context") String context,

            @Schema(description = "The table that is described")
            String url,

            @JsonProperty("rdfs:comment") String comment,
            TableSchema tableSchema) {}

    @Schema(name = "CsvTableSchema")
    record TableSchema(List<Described> columns) {}

    @Schema(name = "CsvColumn")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Described(
            String name,
            String titles,
            String datatype,

            @JsonProperty("dc:description") String description) {

        static Described of(Column column) {
            return new Described(
                    column.name(),
                    column.name(),
                    column.field().map(Described::datatype).orElse("string"),
                    column.field()
                            .map(field -> field.getAccessor().getAnnotation(Schema.class))
                            .map(Schema::description)
                            .filter(text -> !text.isBlank())
                            .orElse(null));
        }

        private static String datatype(RecordComponent field) {
            if (field.getType() == long.class || field.getType() == int.class) {
                return "integer";
            }
            if (field.getType() == boolean.class) {
                return "boolean";
            }
            var isNumber = NUMBERS.contains(field.getName())
                    || field.getName().endsWith("Share")
                    || field.getName().equals("share");
            return isNumber ? "decimal" : "string";
        }
    }

    @GET
    @Produces("application/csvm+json")
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "What the columns of a table are",
            description = "CSV on the Web metadata of an answer as text/csv, whose Link header leads here.")
    public Metadata read(
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
        return new Metadata(
                "http://www.w3.org/ns/csvw",
                url,
                "A text that a spreadsheet would run as a formula has an apostrophe before it.",
                new TableSchema(MetricCsv.of(Table.of(table), named).columns().stream()
                        .map(Described::of)
                        .toList()));
    }
}
