package anchorage.local.demonstration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes up a year of an anchor's payments. */
final class Payments {

    private static final List<String> REDACTIONS = List.of(
            "REDACTED PERSONAL DATA",
            "Redacted",
            "REDACTED COMMERCIAL CONFIDENTIALITY",
            "Redacted Personal Information");
    private static final List<String> SURNAMES =
            List.of("Fernlea", "Oakhanger", "Thistlewood", "Marlbank", "Quickthorn", "Brackenrigg", "Larkspur");
    private static final List<String> UNITS = List.of(
            "Adult Services", "Children's Services", "Place", "Corporate Resources", "Public Health", "Estates");

    private final DemonstrationSuppliers suppliers;
    private final Random random;

    Payments(DemonstrationSuppliers suppliers, Random random) {
        this.suppliers = suppliers;
        this.random = random;
    }

    /** The payments of the financial year that begins in April of {@code year}, in the order of their days. */
    List<Payment> of(DemonstrationAnchor anchor, int year) {
        var payments = new ArrayList<Payment>();
        for (int line = 0; line < anchor.lines(); line++) {
            payments.add(purchase(anchor, year));
        }
        if (anchor.isCouncil()) {
            notPurchases(payments, year);
        }
        payments.sort((one, other) -> one.paidOn().compareTo(other.paidOn()));
        return payments;
    }

    private Payment purchase(DemonstrationAnchor anchor, int year) {
        var trade = trade();
        var day = day(year);
        var amount = amount(trade, anchor);
        double chance = random.nextDouble();
        if (chance < 0.05) {
            return payment(day, pick(REDACTIONS), "", "", amount, trade);
        }
        if (chance < 0.06) {
            return payment(day, "Mrs " + initial() + " " + pick(SURNAMES), "", code(7), amount, trade);
        }
        var supplier = suppliers.pick(random, trade, random.nextDouble() < trade.local(anchor.isCouncil(), year));
        if (chance < 0.11) {
            // A trading name that no register has.
            return payment(day, supplier.name().split(" ")[0] + " " + trade.word, "", code(5), amount, trade);
        }
        var number = random.nextInt(3) > 0 ? supplier.companyNumber() : "";
        return payment(
                day, written(supplier.name()), number, supplier.companyNumber().substring(2), amount, trade);
    }

    private void notPurchases(List<Payment> payments, int year) {
        for (int month = 0; month < 12; month++) {
            var day = LocalDate.of(year, 4, 22).plusMonths(month);
            payments.add(other(day, "HMRC CUMBERNAULD", "Payroll deductions", 2_400_000));
            payments.add(other(day, "GREATER MANCHESTER PENSION FUND", "Employer contributions", 1_300_000));
            payments.add(other(day, "Greater Manchester Combined Authori", "Transport and waste levies", 3_100_000));
            payments.add(other(day, "Irwell Valley Hospitals NHS Trust", "Public health contract", 420_000));
            payments.add(other(day, "Public Works Loans Board", "Loan repayment", 260_000));
        }
    }

    private Payment other(LocalDate day, String payee, String purpose, double pounds) {
        var amount =
                BigDecimal.valueOf(pounds * (0.9 + random.nextDouble() / 5)).setScale(2, RoundingMode.HALF_UP);
        return new Payment(day, payee, "", code(4), amount, "Corporate Resources", "Not Classified", "", purpose);
    }

    private Payment payment(
            LocalDate day, String supplier, String number, String code, BigDecimal amount, Trade trade) {
        return new Payment(
                day, supplier, number, code, amount, pick(UNITS), trade.label, trade.code, trade.word + " as ordered");
    }

    /** The many ways in which clerks write one name. */
    private String written(String name) {
        return switch (random.nextInt(8)) {
            case 0 -> name.toUpperCase(Locale.UK);
            case 1 -> name.replace("Limited", "Ltd");
            case 2 -> name.replace("Limited", "LTD.");
            case 3 -> name + "#" + (1 + random.nextInt(4));
            case 4 -> name.replace(" and ", " & ").toLowerCase(Locale.UK);
            default -> name;
        };
    }

    private BigDecimal amount(Trade trade, DemonstrationAnchor anchor) {
        double size = anchor.layout() == DemonstrationAnchor.Layout.OVER_25K ? 9 : 1;
        double pounds = size * trade.typical * Math.exp(random.nextGaussian() * 0.8);
        var amount = BigDecimal.valueOf(pounds).setScale(2, RoundingMode.HALF_UP);
        // About one line in forty takes money back.
        return random.nextInt(40) == 0
                ? amount.divide(BigDecimal.valueOf(4), 2, RoundingMode.HALF_UP).negate()
                : amount;
    }

    private Trade trade() {
        int all = 0;
        for (var trade : Trade.values()) {
            all += trade.weight;
        }
        int chosen = random.nextInt(all);
        for (var trade : Trade.values()) {
            chosen -= trade.weight;
            if (chosen < 0) {
                return trade;
            }
        }
        throw new IllegalStateException("the weights do not sum");
    }

    private LocalDate day(int year) {
        return LocalDate.of(year, 4, 1).plusDays(random.nextInt(365));
    }

    private String code(int digits) {
        return String.valueOf((int) Math.pow(10, digits - 1.0) + random.nextInt((int) Math.pow(10, digits - 1.0)));
    }

    private char initial() {
        return (char) ('A' + random.nextInt(26));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
