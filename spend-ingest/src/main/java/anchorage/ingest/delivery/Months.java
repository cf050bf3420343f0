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
     * @param redacted lines whose supplier's name was taken out; not stored of deliveries that were read before
     *     it was counted
     */
    public record Month(long lines, BigDecimal net, long redacted) {}

    @JsonCreator
    public Months(SortedMap<YearMonth, Month> byMonth) {
        this.byMonth = Collections.unmodifiableSortedMap(new TreeMap<>(byMonth));
    }
}
