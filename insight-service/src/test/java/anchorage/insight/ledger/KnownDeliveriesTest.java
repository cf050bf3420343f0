package anchorage.insight.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.insight.ledger.KnownDeliveries.Counting;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownDeliveriesTest {

    private static final UUID MARCH = new UUID(0, 3);
    private static final UUID MENDED = new UUID(0, 4);

    private final KnownDeliveries known = new KnownDeliveries();

    @Test
    void countsADeliveryFromItsMomentOn() {
        // When
        known.begins(counting(MARCH, Optional.empty(), 10));

        // Then
        assertThat(countingAt(9)).isEmpty();
        assertThat(countingAt(10)).containsExactly(MARCH);
        assertThat(known.anchorsAsOf(at(10))).containsExactly("council");
        assertThat(known.asOf(at(10), Set.of("university"))).isEmpty();
    }

    @Test
    void stopsCountingItAndItsSupplementButNotForThen() {
        // Given
        known.recall(List.of(counting(MARCH, Optional.empty(), 10), counting(MENDED, Optional.of(MARCH), 11)));

        // When
        known.ends(MARCH, at(20));

        // Then
        assertThat(countingAt(19)).containsExactly(MARCH, MENDED);
        assertThat(countingAt(20)).isEmpty();
        assertThat(known.anchorsAsOf(at(20))).isEmpty();
    }

    @Test
    void keepsTheFirstEndOfADelivery() {
        // Given
        known.begins(counting(MARCH, Optional.empty(), 10));
        known.ends(MARCH, at(20));

        // When
        known.ends(MARCH, at(30));

        // Then
        assertThat(countingAt(25)).isEmpty();
    }

    private List<UUID> countingAt(int second) {
        return known.asOf(at(second), Set.of("council")).stream()
                .map(LedgerEntry::delivery)
                .toList();
    }

    private static Counting counting(UUID delivery, Optional<UUID> supplements, int second) {
        var entry = new LedgerEntry(delivery, "council", "spend", "NET", "file", 1, BigDecimal.TEN);
        return new Counting(entry, supplements, at(second), Optional.empty());
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
