package anchorage.ingest.reading;

import anchorage.ingest.reading.ColumnMapping.DateOrder;
import java.util.List;
import java.util.function.Predicate;

/** What the first values of a column say about what it can be. */
final class ColumnValues {

    private final List<String> values;

    ColumnValues(List<List<String>> records, int column) {
        this.values = records.stream()
                .filter(cells -> column < cells.size() && !cells.get(column).isBlank())
                .map(cells -> cells.get(column).strip())
                .toList();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The share of values, from 0 to 1, that can be the field's. */
    double share(Field field) {
        return switch (field) {
            case PAID_ON -> share(ColumnValues::isDate);
            case AMOUNT, IRRECOVERABLE_VAT -> share(ColumnValues::isAmount);
            case SUPPLIER_NAME -> share(value -> value.chars().anyMatch(Character::isLetter) && !isDate(value));
            default -> 1;
        };
    }

    boolean differsFrom(ColumnValues other) {
        return !values.equals(other.values);
    }

    static boolean isDate(String value) {
        return !DateCell.parse(value, DateOrder.DAY_FIRST).isRefused()
                || !DateCell.parse(value, DateOrder.MONTH_FIRST).isRefused();
    }

    static boolean isAmount(String value) {
        return !AmountCell.parse(value).isRefused();
    }

    private double share(Predicate<String> fits) {
        return values.isEmpty() ? 0 : (double) values.stream().filter(fits).count() / values.size();
    }
}
