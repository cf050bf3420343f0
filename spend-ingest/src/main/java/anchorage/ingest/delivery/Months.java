package anchorage.ingest.delivery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a delivery's lines come to in each month of payment. */
public record Months(@JsonValue SortedMap<YearMonth, Month> byMonth) {

    static final Months NONE = new Months(new TreeMap<>());

    /**
     * One month.
     *
     * @param net exact sum in pounds
     */
    public record Month(long lines, BigDecimal net) {}

    @JsonCreator
    public Months(SortedMap<YearMonth, Month> byMonth) {
        this.byMonth = Collections.unmodifiableSortedMap(new TreeMap<>(byMonth));
    }
}
