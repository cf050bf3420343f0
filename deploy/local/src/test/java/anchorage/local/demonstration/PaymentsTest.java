package anchorage.local.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaymentsTest {

    private static final DemonstrationAnchor COUNCIL = DemonstrationAnchor.ALL.get(0);
    private static final DemonstrationAnchor COLLEGE = DemonstrationAnchor.ALL.stream()
            .filter(anchor -> anchor.kind().equals("COLLEGE"))
            .findFirst()
            .orElseThrow();

    @Test
    void areTheSameOnEveryMachine() {
        assertThat(payments(COUNCIL, 2025)).isEqualTo(payments(COUNCIL, 2025));
    }

    @Test
    void tellTheStoryOfTheCatering() {
        assertThat(localShare(COUNCIL, 2025, Trade.CATERING)).isLessThan(0.25);
        assertThat(localShare(COLLEGE, 2025, Trade.CATERING)).isGreaterThan(0.65);
    }

    @Test
    void tellHowCleaningCameBack() {
        assertThat(localShare(COUNCIL, 2024, Trade.CLEANING)).isLessThan(0.5);
        assertThat(localShare(COUNCIL, 2025, Trade.CLEANING)).isGreaterThan(0.7);
    }

    @Test
    void areOfAnchorsThatNobodyTakesForRealOnes() {
        assertThat(DemonstrationAnchor.ALL).hasSize(16).allMatch(anchor -> anchor.id()
                .startsWith("demo-"));
        assertThat(new DemonstrationSuppliers(new Random(1)).all())
                .allMatch(supplier -> supplier.companyNumber().startsWith("ZD"))
                .allMatch(supplier -> supplier.postcode().startsWith("ZG")
                        || supplier.postcode().startsWith("ZX"));
    }

    /** The share of lines with a company number that go to suppliers in Greater Manchester. */
    private static double localShare(DemonstrationAnchor anchor, int year, Trade trade) {
        var local = new HashSet<String>();
        for (var supplier : new DemonstrationSuppliers(new Random(1844)).all()) {
            if (supplier.postcode().startsWith("ZG")) {
                local.add(supplier.companyNumber());
            }
        }
        var known = payments(anchor, year).stream()
                .filter(payment -> payment.category().equals(trade.label))
                .filter(payment -> !payment.companyNumber().isEmpty())
                .filter(payment -> payment.amount().compareTo(BigDecimal.ZERO) > 0)
                .toList();
        return (double) known.stream()
                        .filter(payment -> local.contains(payment.companyNumber()))
                        .count()
                / known.size();
    }

    private static List<Payment> payments(DemonstrationAnchor anchor, int year) {
        return new Payments(new DemonstrationSuppliers(new Random(1844)), new Random(7)).of(anchor, year);
    }
}
