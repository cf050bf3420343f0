package anchorage.registry.candidate;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What two councils' ledgers pay to the suppliers that both have, by what tells one supplier from another. */
final class SharedSpend {

    private static final List<String> COUNCILS = List.of("bolton", "oldham");

    private final Map<String, Map<String, BigDecimal>> paid = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();

    /**
     * What is shared.
     *
     * @param value what both pay to them, in pounds
     */
    record Shared(int suppliers, BigDecimal value) {}

    static SharedSpend read() throws IOException {
        var spend = new SharedSpend();
        for (var council : COUNCILS) {
            var names = spend.paid.computeIfAbsent(council, any -> new HashMap<>());
            LabelledNames.each("labelled/lgtc/" + council + "_2019.csv", row -> {
                var name = row.getField("beneficiary_name");
                names.merge(name, new BigDecimal(row.getField("amount")), BigDecimal::add);
                var company = row.getField("company_number").strip();
                var number = company.isEmpty() ? row.getField("charity_number").strip() : company;
                if (!number.isEmpty()) {
                    spend.numbers.putIfAbsent(name, number);
                }
            });
        }
        return spend;
    }

    /** All names that either council writes. */
    List<String> names() {
        return paid.values().stream()
                .flatMap(names -> names.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The number that the ledgers' collectors gave to a name. */
    Optional<String> number(String name) {
        return Optional.ofNullable(numbers.get(name));
    }

    /** What is shared where this tells of a name who it is; whom it leaves unnamed nobody shares. */
    <K> Shared by(Function<String, Optional<K>> who) {
        Set<K> shared = null;
        for (var names : paid.values()) {
            var here = new HashSet<K>();
            names.keySet().forEach(name -> who.apply(name).ifPresent(here::add));
            if (shared == null) {
                shared = here;
            } else {
                shared.retainAll(here);
            }
        }
        var value = BigDecimal.ZERO;
        for (var names : paid.values()) {
            for (var name : names.entrySet()) {
                if (who.apply(name.getKey()).filter(shared::contains).isPresent()) {
                    value = value.add(name.getValue());
                }
            }
        }
        return new Shared(shared.size(), value);
    }
}
