package anchorage.ingest.reading;

import anchorage.ingest.reading.ColumnMapping.DateOrder;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the first values of a column say about what it can be. */
final class ColumnValues {

    private static final Pattern WRITTEN_MONEY = Pattern.compile("[£\ufffd\u0153]|\\.\\d\\d$|\\d,\\d{3}");

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
            case AMOUNT, IRRECOVERABLE_VAT, GROSS, VAT -> share(ColumnValues::isAmount);
            case GRANT, CARD -> share(YesOrNo::isEither);
            case SUPPLIER_NAME -> share(value -> value.chars().anyMatch(Character::isLetter) && !isDate(value));
            default -> 1;
        };
    }

    /** The share of values, from 0 to 1, that are the field's and could be no other's. */
    double surelyShare(Field field) {
        return switch (field) {
            case PAID_ON -> share(ColumnValues::isWrittenDate);
            case AMOUNT -> share(ColumnValues::isWrittenMoney);
            default -> 0;
        };
    }

    boolean differsFrom(ColumnValues other) {
        return !values.equals(other.values);
    }

    static boolean isDate(String value) {
        return !DateCell.parse(value, DateOrder.DAY_FIRST).isRefused()
                || !DateCell.parse(value, DateOrder.MONTH_FIRST).isRefused();
    }

    /** Whether it is money, be it pounds or not. */
    static boolean isAmount(String value) {
        var parsed = AmountCell.parse(value);
        return !parsed.isRefused() || parsed.code() == Refusal.Code.FOREIGN_CURRENCY;
    }

    /** Pounds as a person writes them, and not a number of any kind. */
    private static boolean isWrittenMoney(String value) {
        return WRITTEN_MONEY.matcher(value).find() && isAmount(value);
    }

    /** A day as a person writes it, and not a number of any kind. */
    private static boolean isWrittenDate(String value) {
        return !value.chars().allMatch(Character::isDigit) && isDate(value);
    }

    private double share(Predicate<String> fits) {
        return values.isEmpty() ? 0 : (double) values.stream().filter(fits).count() / values.size();
    }
}
