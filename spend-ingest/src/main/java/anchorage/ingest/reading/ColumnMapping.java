package anchorage.ingest.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which column of a feed's files means what.
 *
 * @param columns header text by field key, for example {@code {"paidOn": "Date paid"}}; paidOn, amount and supplierName
 *     are needed
 * @param dateOrder DAY_FIRST, or MONTH_FIRST for files that write 03/31/2026; null where it is found from the file as a
 *     whole, day first if nothing in it tells
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ColumnMapping(
        @Schema(
                description = "Header text by field key. paidOn, amount and supplierName are needed.",
                examples = "{\"paidOn\":\"Date paid\",\"amount\":\"Net amount\",\"supplierName\":\"Supplier name\"}")
        Map<String, String> columns,

        @Schema(description = "How 03/04/2026 is read; found from each file as a whole unless said")
        DateOrder dateOrder) {

    public ColumnMapping {
        columns = columns == null ? Map.of() : new LinkedHashMap<>(columns);
        columns.keySet().forEach(Field::of);
    }

    /** The same columns with dates read in that order. */
    ColumnMapping with(DateOrder order) {
        return new ColumnMapping(columns, order);
    }

    /** The header that means the field, if the mapping names one. */
    public Optional<String> header(Field field) {
        return Optional.ofNullable(columns.get(field.key()));
    }

    /** The first field that is needed and has no column. */
    public Optional<Field> missing() {
        for (var field : Field.values()) {
            if (field.isRequired() && header(field).isEmpty()) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** How a date like 03/04/2026 is read. It is a property of the feed, never guessed from a row. */
    public enum DateOrder {
        DAY_FIRST,
        MONTH_FIRST
    }
}
