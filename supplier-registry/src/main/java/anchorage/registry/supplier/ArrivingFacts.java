package anchorage.registry.supplier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/** Facts on their way into the database, many at once: a table of this transaction that COPY fills. */
final class ArrivingFacts {

    private ArrivingFacts() {}

    /** Puts what is stated into {@code arriving_fact}, and nothing else. */
    static void stage(Handle transaction, Map<UUID, Set<SupplierFact>> stated) {
        transaction.execute("""
                CREATE TEMP TABLE IF NOT EXISTS arriving_fact (supplier uuid, kind text, key text, value text, role text,
                    valid_from date, valid_until date, evidence text, stated text) ON COMMIT DELETE ROWS
                """);
        transaction.execute("TRUNCATE arriving_fact");
        try {
            var copy = transaction
                    .getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY arriving_fact FROM STDIN");
            var rows = new StringBuilder();
            for (var supplier : stated.entrySet()) {
                for (var fact : supplier.getValue()) {
                    row(rows, supplier.getKey(), fact);
                }
                if (rows.length() > 1 << 16) {
                    write(copy, rows);
                }
            }
            write(copy, rows);
            copy.endCopy();
            transaction.execute("ANALYZE arriving_fact");
        } catch (SQLException failure) {
            throw new UncheckedIOException("facts could not be stored", new IOException(failure));
        }
    }

    /**
     * Which records are of suppliers that are known by another id: one that an earlier register of another kind made,
     * and that has one of the record's identifiers.
     */
    static Map<UUID, UUID> knownBy(Handle transaction, List<RegisteredSupplier> records, boolean demonstration) {
        var identifiers = new HashSet<String>();
        records.forEach(register -> identifiers.addAll(identifiers(register)));
        var having = new HashMap<String, Set<UUID>>();
        transaction
                .createQuery("""
                        SELECT fact.key, fact.supplier FROM supplier_fact fact
                        JOIN supplier ON supplier.id = fact.supplier
                            AND NOT supplier.provisional AND supplier.demonstration = :demonstration
                        WHERE fact.kind = 'IDENTIFIER' AND fact.key = ANY(:keys) AND fact.retired_at IS NULL
                        """)
                .bind("demonstration", demonstration)
                .bindArray("keys", String.class, List.copyOf(identifiers))
                .map((row, context) -> having.computeIfAbsent(row.getString("key"), any -> new HashSet<>())
                        .add(row.getObject("supplier", UUID.class)))
                .list();
        var known = new HashMap<UUID, UUID>();
        for (var register : records) {
            var owners = new HashSet<UUID>();
            identifiers(register).stream()
                    .filter(identifier -> !identifier.startsWith("VAT:"))
                    .forEach(identifier -> owners.addAll(having.getOrDefault(identifier, Set.of())));
            // Its own id wins: an id once given is never taken back. Two others are for a steward to merge.
            if (!owners.contains(register.id()) && owners.size() == 1) {
                known.put(register.id(), owners.iterator().next());
            }
        }
        return known;
    }

    private static Collection<String> identifiers(RegisteredSupplier register) {
        return register.facts().stream()
                .filter(fact -> fact.kind() == SupplierFact.Kind.IDENTIFIER)
                .map(SupplierFact::key)
                .toList();
    }

    private static void row(StringBuilder rows, UUID supplier, SupplierFact fact) {
        rows.append(supplier).append('\t').append(fact.kind().name());
        for (var text : new String[] {fact.key(), fact.value(), fact.role()}) {
            cell(rows.append('\t'), text);
        }
        day(rows.append('\t'), fact.validFrom());
        day(rows.append('\t'), fact.validUntil());
        cell(rows.append('\t'), fact.evidence());
        rows.append('\t').append(digest(fact)).append('\n');
    }

    private static void cell(StringBuilder rows, String text) {
        if (text == null) {
            rows.append("\\N");
            return;
        }
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            switch (letter) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                // PostgreSQL keeps no NUL in text.
                case '\0' -> rows.append(' ');
                default -> rows.append(letter);
            }
        }
    }

    private static void day(StringBuilder rows, LocalDate day) {
        rows.append(day == null ? "\\N" : day.toString());
    }

    private static String digest(SupplierFact fact) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = digest.digest(fact.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(org.postgresql.copy.CopyIn copy, StringBuilder rows) throws SQLException {
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }
}
