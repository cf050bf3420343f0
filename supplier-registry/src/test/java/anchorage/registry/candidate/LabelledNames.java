package anchorage.registry.candidate;

import anchorage.registry.DigestId;
import anchorage.registry.name.NameKey;
import anchorage.registry.name.NameParts;
import anchorage.registry.name.OrgId;
import anchorage.testsupport.RealData;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Names from real ledgers of which somebody has said who they are, or that they are nobody in the registers; and the
 * registers to look for them in. The docs' matching page says how each set's labels were made.
 */
final class LabelledNames {

    static final String CONTESTED = "contested";

    private final Map<String, UUID> entities = new HashMap<>();
    private final Map<UUID, Set<String>> names = new LinkedHashMap<>();
    private final Map<UUID, Set<String>> identifiers = new HashMap<>();
    private final Map<String, UUID> byKey = new HashMap<>();
    private final Map<String, Labelled> labelled = new LinkedHashMap<>();
    private final List<Runnable> unnumbered = new ArrayList<>();
    private final Set<String> distractors = new LinkedHashSet<>();
    private final Set<String> truths = new HashSet<>();
    private final List<String> unnumberedNames = new ArrayList<>();
    private final Set<UUID> onlyInOtherRegisters = new HashSet<>();

    /**
     * A name of a ledger and what somebody says it is.
     *
     * @param truth who it is, or empty where it is nobody in the registers
     * @param lines payments under the name
     * @param value their sum
     */
    record Labelled(String set, String name, Optional<UUID> truth, long lines, BigDecimal value) {

        /** Whether it is one of those the model and its thresholds are made from; the others are reported on. */
        boolean isForTraining() {
            return (NameKey.of(name).hashCode() & 1) == 0;
        }

        Labelled contested() {
            return new Labelled(CONTESTED, name, truth, lines, value);
        }

        boolean isContested() {
            return set.equals(CONTESTED);
        }

        Labelled plus(BigDecimal more, long moreLines) {
            return new Labelled(set, name, truth, lines + moreLines, value.add(more));
        }
    }

    static LabelledNames read() throws IOException {
        var names = new LabelledNames();
        names.registers();
        names.ledgers();
        names.checkedNames();
        names.unnumbered.forEach(Runnable::run);
        names.otherRegisters();
        names.lookLikes();
        names.leaveOutContested();
        return names;
    }

    List<Labelled> all() {
        return List.copyOf(labelled.values());
    }

    List<IndexedSupplier> suppliers() {
        return names.entrySet().stream()
                .map(entity -> new IndexedSupplier(
                        entity.getKey(),
                        entity.getValue().stream()
                                .map(name -> new IndexedSupplier.Named(name, "CURRENT"))
                                .toList(),
                        List.of(),
                        List.copyOf(identifiers.getOrDefault(entity.getKey(), Set.of())),
                        false))
                .toList();
    }

    private void registers() throws IOException {
        each("registers/charity_lookups/charity-company-numbers.csv", row -> {
            var charity = OrgId.of(row.getField("org_id_a"));
            var company = OrgId.of(row.getField("org_id_b"));
            if (charity.isPresent() && company.isPresent()) {
                var entity = numbered(company.get(), row.getField("name"));
                entities.putIfAbsent(charity.get(), entity);
                identifiers.get(entity).add(charity.get());
            }
        });
        each("registers/gender_pay_gap_2017-18.csv", row -> {
            var name = row.getField("EmployerName");
            OrgId.of("GB-COH", row.getField("CompanyNumber"))
                    .ifPresentOrElse(number -> numbered(number, name), () -> unnumberedNames.add(name));
        });
        each("registers/charity_lookups/mutual-companies.csv", row -> OrgId.of(row.getField("company_id"))
                .ifPresent(number -> numbered(number, row.getField("name"))));
        each("registers/charity_lookups/academy-trusts-company-number.csv", row -> OrgId.of(
                        "GB-COH", row.getField("Company Number"))
                .ifPresent(number -> numbered(number, row.getField("Entity"))));
        each("registers/charity_lookups/organisation-company-numbers.csv", row -> OrgId.of(row.getField("org_id_b"))
                .ifPresent(number -> numbered(number, row.getField("name"))));
        for (var register : List.of(
                "government-organisation", "local-authority-eng", "local-authority-sct", "principal-local-authority")) {
            each("registers/gov_registers/" + register + ".csv", row -> {
                var official = row.findField("official-name").orElse("");
                var name = official.isBlank() ? row.getField("name") : official;
                unnumberedNames.add(name);
            });
        }
        for (var register : List.of("etr", "eccg")) {
            try (var text = reader("registers/nhs_ods/" + register + ".csv")) {
                CsvReader.builder().ofCsvRecord(text).forEach(row -> {
                    var name = row.getField(1);
                    unnumberedNames.add(name);
                });
            }
        }
    }

    private void ledgers() throws IOException {
        for (var council : List.of("bolton", "oldham")) {
            each("labelled/lgtc/" + council + "_2019.csv", row -> {
                if (row.getField("match_method").strip().equals("0")) {
                    return;
                }
                var number = OrgId.of("GB-COH", row.getField("company_number"))
                        .or(() -> Optional.of(row.getField("charity_number").strip())
                                .filter(charity -> charity.startsWith("CHC-"))
                                .flatMap(charity -> OrgId.of("GB-CHC", charity.substring(4))));
                var name = row.getField("company_name");
                number.ifPresent(known -> numbered(known, name));
                Optional.of(row.getField("charity_number").strip())
                        .filter(charity -> charity.startsWith("CHC-"))
                        .flatMap(charity -> OrgId.of("GB-CHC", charity.substring(4)))
                        .filter(charity -> number.isPresent())
                        .ifPresent(charity -> entities.putIfAbsent(charity, entities.get(number.get())));
                label(
                        "lgtc-" + council,
                        row.getField("beneficiary_name"),
                        number.orElse("name:" + NameKey.of(name)),
                        name,
                        1,
                        new BigDecimal(row.getField("amount")));
            });
        }
    }

    private void checkedNames() throws IOException {
        each("labelled/nhsspend/supplier_charity_final.csv", row -> {
            var number = OrgId.of("GB-CHC", row.getField("CharityRegNo").replaceFirst("\\.0$", ""));
            if (number.isEmpty()) {
                return;
            }
            var query = row.getField("query_string_n");
            var entity = charity(number.get(), row.getField("CharityName").strip());
            for (int at = 0; at < 3; at++) {
                // A register's name that is the name looked for, of a charity people agreed it is: its other name.
                var near = row.getField("match_" + at + "_n");
                if (NameKey.of(near).equals(NameKey.of(query))) {
                    name(entity, near);
                } else {
                    distractors.add(near);
                }
            }
            label("nhsspend-charity", query, number.get(), row.getField("CharityName"), count(row), amount(row));
        });
        each("labelled/nhsspend/supplier_nhsdigital_final.csv", row -> {
            var name = row.getField("verif_match").strip();
            if (!name.isEmpty()) {
                nearNames(row);
                label(
                        "nhsspend-nhs",
                        row.getField("query_string_n"),
                        "name:" + NameKey.of(name),
                        name,
                        count(row),
                        amount(row));
            }
        });
        each("labelled/nhsspend/supplier_nomatch_final.csv", row -> {
            if (row.getField("verif_match").strip().toUpperCase(Locale.ROOT).equals("NO MATCH")) {
                nearNames(row);
                label("nhsspend-nobody", row.getField("query_string_n"), null, null, count(row), amount(row));
            }
        });
    }

    private void nearNames(NamedCsvRecord row) {
        for (int at = 0; at < 3; at++) {
            distractors.add(row.getField("match_" + at + "_n"));
        }
    }

    /**
     * Bodies that registers know by name alone. Where such a name is, to the letter, one that people have said is a
     * certain body, it is that body as another register writes it.
     */
    private void otherRegisters() {
        var said = new HashMap<String, UUID>();
        labelled.values()
                .forEach(label -> label.truth().ifPresent(truth -> said.putIfAbsent(NameKey.of(label.name()), truth)));
        for (var name : unnumberedNames) {
            var truth = said.get(NameKey.of(name));
            if (truth == null) {
                boolean isNew = !byKey.containsKey(NameKey.of(name));
                var entity = named(name);
                if (isNew) {
                    onlyInOtherRegisters.add(entity);
                }
            } else if (!byKey.containsKey(NameKey.of(name))) {
                name(truth, name);
            }
        }
    }

    /**
     * Whether a label says anything of a supplier: that a name is nobody was said of the registers its makers searched,
     * and those of public bodies were not among them.
     */
    boolean judges(Labelled label, UUID supplier) {
        return label.truth().isPresent() || !onlyInOtherRegisters.contains(supplier);
    }

    /**
     * Names that people matched to nobody, or to another body, though a register has a body of that very name: the label
     * is about other registers, or about another day, or it is wrong. They are counted and reported apart.
     */
    private void leaveOutContested() {
        for (var entry : labelled.entrySet()) {
            var label = entry.getValue();
            boolean isSomebodysName = Readings.of(label.name()).stream()
                    .anyMatch(reading -> byKey.containsKey(reading.parts().key())
                            && (reading.part() == Readings.Part.WHOLE
                                    || !reading.parts().legalForm().isEmpty()));
            var namesake = byKey.get(NameKey.of(label.name()));
            boolean isAnothersName = namesake != null
                    && label.truth().filter(truth -> !truth.equals(namesake)).isPresent();
            if (label.truth().isEmpty() && isSomebodysName || isAnothersName) {
                entry.setValue(label.contested());
            }
        }
    }

    /** Names of registers that a search found near to those looked for, and nobody accepted: the hardest to tell apart. */
    private void lookLikes() {
        truths.addAll(byKey.keySet());
        names.values().forEach(known -> known.forEach(name -> truths.add(sortedWords(name))));
        for (var name : distractors) {
            if (!NameKey.of(name).isEmpty() && !truths.contains(sortedWords(name))) {
                named(name);
            }
        }
    }

    private void label(String set, String name, String truth, String truthName, long lines, BigDecimal value) {
        if (NameKey.of(name).isEmpty()) {
            return;
        }
        if (truth != null && truth.startsWith("name:")) {
            unnumbered.add(() -> put(set, name, Optional.of(named(truthName)), lines, value));
        } else {
            put(set, name, Optional.ofNullable(truth).map(entities::get), lines, value);
        }
    }

    private void put(String set, String name, Optional<UUID> truth, long lines, BigDecimal value) {
        labelled.merge(
                set + "\u0000" + name,
                new Labelled(set, name, truth, lines, value),
                (known, more) -> known.plus(more.value(), more.lines()));
    }

    private UUID numbered(String number, String name) {
        var known = OrgId.aliases(number).stream().filter(entities::containsKey).findFirst();
        var entity = known.map(entities::get).orElseGet(() -> DigestId.of(number));
        entities.put(number, entity);
        identifiers.computeIfAbsent(entity, any -> new LinkedHashSet<>()).add(number);
        name(entity, name);
        return entity;
    }

    /** A charity is the company of its very name, where there is one: nearly every such pair is a charitable company. */
    private UUID charity(String number, String name) {
        var company = byKey.get(NameKey.of(name));
        if (company != null) {
            entities.putIfAbsent(number, company);
        }
        return numbered(number, name);
    }

    private UUID named(String name) {
        var key = NameKey.of(name);
        var known = byKey.get(key);
        var entity = known == null ? DigestId.of("name", key) : known;
        name(entity, name);
        return entity;
    }

    private void name(UUID entity, String name) {
        names.computeIfAbsent(entity, any -> new LinkedHashSet<>()).add(name.strip());
        byKey.putIfAbsent(NameKey.of(name), entity);
    }

    private static String sortedWords(String name) {
        return String.join(
                " ", Words.of(NameParts.of(name)).list().stream().sorted().toList());
    }

    private static long count(NamedCsvRecord row) {
        return new BigDecimal(row.getField("count")).longValue();
    }

    private static BigDecimal amount(NamedCsvRecord row) {
        return row.getField("amount").isBlank() ? BigDecimal.ZERO : new BigDecimal(row.getField("amount"));
    }

    static void each(String file, Consumer<NamedCsvRecord> use) throws IOException {
        try (var text = reader(file)) {
            CsvReader.builder()
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .detectBomHeader(false)
                    .ofNamedCsvRecord(text)
                    .forEach(use);
        }
    }

    private static Reader reader(String file) throws IOException {
        return new InputStreamReader(Files.newInputStream(RealData.file(file)), StandardCharsets.UTF_8);
    }
}
