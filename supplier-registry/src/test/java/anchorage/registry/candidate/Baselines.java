package anchorage.registry.candidate;

import anchorage.local.part.Ports;
import anchorage.local.part.Postgres;
import anchorage.local.part.Secrets;
import anchorage.registry.candidate.LabelledNames.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a good analyst would do instead of the registry, over the same names. */
final class Baselines {

    private Baselines() {}

    /** The name in lower case, its punctuation and its legal form dropped, where one supplier has it. */
    static List<Link> exactName(List<IndexedSupplier> suppliers, List<Labelled> labels) {
        var named = new HashMap<String, Set<UUID>>();
        suppliers.forEach(supplier -> supplier.names()
                .forEach(name -> named.computeIfAbsent(normalised(name.name()), any -> new HashSet<>())
                        .add(supplier.supplier())));
        return labels.stream()
                .map(label -> {
                    var found = named.getOrDefault(normalised(label.name()), Set.of());
                    var one = found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.<UUID>empty();
                    return new Link(label, one, 1, one.isPresent());
                })
                .toList();
    }

    /** The greatest cosine of rare runs of three letters (TF-IDF). */
    static List<Link> cosine(List<IndexedSupplier> suppliers, List<Labelled> labels) {
        var postings = new HashMap<String, List<Integer>>();
        var owners = new ArrayList<UUID>();
        var grams = new ArrayList<Set<String>>();
        suppliers.forEach(supplier -> supplier.names().forEach(name -> {
            var own = grams(name.name());
            own.forEach(gram ->
                    postings.computeIfAbsent(gram, any -> new ArrayList<>()).add(owners.size()));
            owners.add(supplier.supplier());
            grams.add(own);
        }));
        var rarity = new HashMap<String, Double>();
        postings.forEach((gram, names) -> rarity.put(gram, Math.log((double) owners.size() / names.size()) + 1));
        var norms = grams.stream().mapToDouble(own -> norm(own, rarity)).toArray();
        var scores = new double[owners.size()];
        return labels.stream()
                .map(label -> nearest(label, postings, rarity, norms, scores, owners))
                .toList();
    }

    private static Link nearest(
            Labelled label,
            Map<String, List<Integer>> postings,
            Map<String, Double> rarity,
            double[] norms,
            double[] scores,
            List<UUID> owners) {
        java.util.Arrays.fill(scores, 0);
        var wanted = grams(label.name());
        for (var gram : wanted) {
            double weight = rarity.getOrDefault(gram, 0.0);
            postings.getOrDefault(gram, List.of()).forEach(name -> scores[name] += weight * weight);
        }
        double norm = norm(wanted, rarity);
        int best = -1;
        double most = 0;
        for (int name = 0; name < scores.length; name++) {
            double cosine = scores[name] == 0 ? 0 : scores[name] / (norms[name] * norm);
            if (cosine > most) {
                best = name;
                most = cosine;
            }
        }
        return new Link(label, best < 0 ? Optional.empty() : Optional.of(owners.get(best)), most, false);
    }

    /** PostgreSQL's pg_trgm: the greatest similarity, at its usual threshold of 0.3. */
    static List<Link> trigrams(List<IndexedSupplier> suppliers, List<Labelled> labels)
            throws IOException, SQLException {
        var folder = Files.createTempDirectory("anchorage-trigrams");
        var postgres = new Postgres(
                folder.resolve("postgres"),
                folder.resolve("postgres.log"),
                Ports.free(),
                new Secrets(folder.resolve("secrets")));
        postgres.start();
        postgres.database("names");
        try (var connection = DriverManager.getConnection(postgres.url("names"), "names", postgres.password("names"))) {
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE EXTENSION pg_trgm");
                statement.execute("CREATE TABLE name (supplier uuid, name text)");
            }
            try (var insert = connection.prepareStatement("INSERT INTO name VALUES (?, lower(?))")) {
                for (var supplier : suppliers) {
                    for (var name : supplier.names()) {
                        insert.setObject(1, supplier.supplier());
                        insert.setString(2, name.name());
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE INDEX ON name USING gin (name gin_trgm_ops)");
                statement.execute("ANALYZE name");
            }
            var links = new ArrayList<Link>();
            try (var query = connection.prepareStatement("""
                    SELECT supplier, similarity(name, lower(?)) AS score FROM name
                    WHERE name % lower(?) ORDER BY score DESC, supplier LIMIT 1
                    """)) {
                for (var label : labels) {
                    query.setString(1, label.name());
                    query.setString(2, label.name());
                    try (var row = query.executeQuery()) {
                        links.add(
                                row.next()
                                        ? new Link(
                                                label,
                                                Optional.of(row.getObject(1, UUID.class)),
                                                row.getDouble(2),
                                                false)
                                        : new Link(label, Optional.empty(), 0, false));
                    }
                }
            }
            return links;
        } finally {
            postgres.stop();
        }
    }

    private static String normalised(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("[^a-z0-9 ]", "")
                .replaceAll("\\b(limited|ltd|plc|llp|cic)\\b", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Set<String> grams(String name) {
        var text = "  " + name.toLowerCase(Locale.ROOT).strip() + " ";
        var grams = new HashSet<String>();
        for (int at = 0; at + 3 <= text.length(); at++) {
            grams.add(text.substring(at, at + 3));
        }
        return grams;
    }

    private static double norm(Set<String> grams, Map<String, Double> rarity) {
        double sum = 0;
        for (var gram : grams) {
            double weight = rarity.getOrDefault(gram, 0.0);
            sum += weight * weight;
        }
        return Math.sqrt(sum);
    }
}
