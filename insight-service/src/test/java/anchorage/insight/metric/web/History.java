package anchorage.insight.metric.web;

import anchorage.insight.ledger.Ledger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** What happens to one anchor's ledger and to what is known of its suppliers, at random. */
final class History {

    private static final int FIRST_SUPPLIER = 100;
    private static final int SUPPLIERS = 6;
    private static final List<String> DISTRICTS = List.of("E08000009", "E08000003", "E08000035");
    private static final List<String> CLASSES = List.of("CHARITY", "PRIVATE_COMPANY", "PLC");

    private final Facts facts;
    private final Ledger ledger;
    private final String anchor;
    private final Random random;
    private final List<UUID> deliveries = new ArrayList<>();

    History(Facts facts, Ledger ledger, String anchor, Random random) {
        this.facts = facts;
        this.ledger = ledger;
        this.anchor = anchor;
        this.random = random;
    }

    /** One more thing happens. */
    void goOn() {
        int supplier = supplier();
        switch (random.nextInt(11)) {
            case 0 -> facts.supplier(supplier, "M11AA", one(DISTRICTS));
            case 1 -> facts.identified(supplier);
            case 2 -> facts.nobody(supplier);
            case 3 -> withdraw();
            case 4 -> supersede();
            case 5 -> facts.identifiedAs(supplier, supplier()); // a merge: its mentions are another's from now on
            case 6 -> { // a split: they are their own again
                facts.supplier(supplier, "M11AA", one(DISTRICTS));
                facts.identified(supplier);
            }
            case 7 -> late(supplier);
            default -> deliveries.add(facts.deliver(anchor, lines()));
        }
    }

    /** It becomes known that the supplier moved and changed hands in the middle of what was paid for already. */
    private void late(int supplier) {
        var day = LocalDate.of(2025, 10 + random.nextInt(2), 10 + random.nextInt(10));
        facts.supplierMoved(supplier, day, one(DISTRICTS), one(DISTRICTS), one(CLASSES), one(CLASSES));
    }

    private void withdraw() {
        if (!deliveries.isEmpty()) {
            ledger.withdraw(deliveries.remove(random.nextInt(deliveries.size())));
        }
    }

    private void supersede() {
        if (!deliveries.isEmpty()) {
            var superseded = deliveries.remove(random.nextInt(deliveries.size()));
            var delivery = UUID.randomUUID();
            var attempt = facts.attempt(delivery, anchor, 1, lines());
            attempt.openInPlaceOf(superseded);
            attempt.lines();
            attempt.close();
            deliveries.add(delivery);
        }
    }

    private Line[] lines() {
        return IntStream.range(0, 1 + random.nextInt(40))
                .mapToObj(at -> new Line(
                                BigDecimal.valueOf(random.nextInt(900_000) - 90_000, 2),
                                supplier(),
                                random.nextInt(7) == 0 ? "HMRC CUMBERNAULD" : "Supplier",
                                "2025-1" + random.nextInt(2) + "-1" + random.nextInt(9))
                        .in(one(List.of("Food", "Care", "Coal"))))
                .toArray(Line[]::new);
    }

    private int supplier() {
        return FIRST_SUPPLIER + random.nextInt(SUPPLIERS);
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
