package anchorage.insight.metric;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What may be reserved to local suppliers, as dated data: the Order that allows it, whom it covers, and the thresholds
 * below which it does.
 *
 * @param coveredKinds kinds of English anchor that the Order covers: best-value and combined authorities, and neither NHS
 *     trusts nor housing associations
 * @param vatRate what is added to an estimate without VAT, since thresholds include it
 * @param contractKinds tried in order on the category in capitals; what none matches is GOODS_OR_SERVICES
 */
public record ReservationRules(
        String description,
        LocalDate orderInForceFrom,
        String orderSource,
        List<String> coveredKinds,
        String coveredCountry,
        BigDecimal vatRate,
        List<Threshold> thresholds,
        List<ContractKind> contractKinds) {

    /** Kinds of contract that have thresholds of their own. */
    public enum Contract {
        GOODS_OR_SERVICES,
        WORKS,
        LIGHT_TOUCH
    }

    /** Pounds, VAT included, from a day until the next threshold of that kind. */
    public record Threshold(Contract contract, LocalDate from, BigDecimal pounds) {}

    /** Categories that tell the kind of contract. */
    public record ContractKind(Contract contract, String pattern) {}

    /** What the rules say of a contract. */
    public enum Finding {
        RESERVABLE,
        BUYER_NOT_COVERED,
        ORDER_NOT_IN_FORCE,
        NOT_BELOW_THRESHOLD
    }

    /** The rules that are shipped. */
    public static ReservationRules shipped(ObjectMapper json) {
        try (var rules = ReservationRules.class.getResourceAsStream("reservation-rules.json")) {
            return json.readValue(rules, ReservationRules.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException("the shipped reservation rules cannot be read", damaged);
        }
    }

    /** What may be said of a contract that a buyer estimates, VAT included, on a day. */
    public Finding finding(Buyer buyer, Contract contract, BigDecimal estimate, LocalDate on) {
        if (!covers(buyer)) {
            return Finding.BUYER_NOT_COVERED;
        }
        if (on.isBefore(orderInForceFrom)) {
            return Finding.ORDER_NOT_IN_FORCE;
        }
        return estimate.compareTo(threshold(contract, on)) < 0 ? Finding.RESERVABLE : Finding.NOT_BELOW_THRESHOLD;
    }

    /**
     * Who buys.
     *
     * @param kind the anchor's kind
     * @param isEnglish whether its home place lies in England
     */
    public record Buyer(String kind, boolean isEnglish) {}

    boolean covers(Buyer buyer) {
        return buyer.isEnglish && coveredKinds.contains(buyer.kind);
    }

    BigDecimal withVat(BigDecimal withoutVat) {
        return withoutVat.multiply(BigDecimal.ONE.add(vatRate));
    }

    /** The threshold in force on the day. */
    public BigDecimal threshold(Contract contract, LocalDate on) {
        return thresholds.stream()
                .filter(threshold -> threshold.contract == contract && !threshold.from.isAfter(on))
                .max(Comparator.comparing(Threshold::from))
                .orElseThrow(() -> new BadQuestion("No threshold of " + contract + " is known for " + on + "."))
                .pounds();
    }

    /** The kind of contract that the column {@code category} tells, as SQL. */
    String contractSql() {
        return contractKinds.stream()
                .map(kind -> "WHEN regexp_like(upper(coalesce(category, '')), " + Sql.text(kind.pattern) + ") THEN "
                        + Sql.text(kind.contract))
                .collect(Collectors.joining(" ", "CASE ", " ELSE " + Sql.text(Contract.GOODS_OR_SERVICES) + " END"));
    }
}
