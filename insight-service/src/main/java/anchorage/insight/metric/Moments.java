package anchorage.insight.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * As of which moments each kind of fact is taken. They are one and the same, but for a question that takes a change
 * apart by letting one kind of fact move at a time.
 *
 * @param ledger as of when deliveries count
 * @param suppliers as of when identifications and premises are known
 * @param places as of when places and anchors are known
 * @param ownership as of when ownership is known
 * @param ownershipOn a day whose owners are taken for every later payment, or empty for the day of payment
 */
public record Moments(
        Instant ledger, Instant suppliers, Instant places, Instant ownership, Optional<LocalDate> ownershipOn) {

    /** Everything as of one moment. */
    public static Moments all(Instant asOf) {
        return new Moments(asOf, asOf, asOf, asOf, Optional.empty());
    }
}
