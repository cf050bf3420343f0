package anchorage.kit.csv;

import anchorage.kit.csv.CsvTable.Column;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the columns of a CSV file are, as CSV on the Web has it (W3C, Metadata Vocabulary for Tabular Data). */
@Schema(name = "CsvMetadata")
public record CsvMetadata(
        @JsonProperty("@context") String context,

        @Schema(description = "The table that is described") String url,

        @JsonProperty("rdfs:comment") String comment,
        TableSchema tableSchema) {

    /** The media type of such a description. */
    public static final String MEDIA_TYPE = "application/csvm+json";

    private static final Set<Class<?>> WHOLE = Set.of(long.class, Long.class, int.class, Integer.class);

    /** The columns, in their order, and those that tell the rows apart, where there are any. */
    @Schema(name = "CsvTableSchema")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record TableSchema(List<Described> columns, List<String> primaryKey) {}

    /** A column. */
    @Schema(name = "CsvColumn")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Described(
            String name,
            String titles,
            String datatype,

            @Schema(description = "true where no cell is empty")
            Boolean required,

            @JsonProperty("dc:description") String description) {}

    /**
     * The description of a table.
     *
     * @param url of the table
     * @param key the columns that tell its rows apart; those that it does not have do not count
     */
    public static CsvMetadata of(String url, CsvTable table, List<String> key) {
        return of(url, table, key, CsvMetadata::isWrittenAsNumber);
    }

    /**
     * The description of a table of whose texts some are numbers.
     *
     * @param isNumber whether the texts of a field are numbers, so that none passes through a binary fraction
     */
    public static CsvMetadata of(String url, CsvTable table, List<String> key, Predicate<RecordComponent> isNumber) {
        var columns = table.columns();
        return new CsvMetadata(
                "http://www.w3.org/ns/csvw",
                url,
                "A text that a spreadsheet would run as a formula has an apostrophe before it.",
                new TableSchema(
                        columns.stream()
                                .map(column -> described(column, isNumber))
                                .toList(),
                        columns.stream().map(Column::name).filter(key::contains).toList()));
    }

    private static Described described(Column column, Predicate<RecordComponent> isNumber) {
        return new Described(
                column.name(),
                column.name(),
                column.field().map(field -> datatype(field, isNumber)).orElse("string"),
                column.isRequired() ? true : null,
                column.field()
                        .map(field -> field.getAccessor().getAnnotation(Schema.class))
                        .map(Schema::description)
                        .filter(text -> !text.isBlank())
                        .orElse(null));
    }

    private static String datatype(RecordComponent field, Predicate<RecordComponent> isNumber) {
        var type = field.getType();
        if (WHOLE.contains(type)) {
            return "integer";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == Instant.class) {
            return "dateTime";
        }
        return type == BigDecimal.class || type == String.class && isNumber.test(field) ? "decimal" : "string";
    }

    /** Money is written as text; its examples show that it is a number. */
    private static boolean isWrittenAsNumber(RecordComponent field) {
        var schema = field.getAccessor().getAnnotation(Schema.class);
        return schema != null
                && schema.examples().length > 0
                && Arrays.stream(schema.examples()).allMatch(example -> example.matches("-?[0-9]+\\.[0-9]+"));
    }
}
