package anchorage.insight.ledger;

import anchorage.insight.InsightSettings;
import anchorage.insight.knowledge.Engine;
import anchorage.insight.knowledge.Engine.EngineFailed;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/** Writes the ledger's Parquet files. A file is complete and on disk before it has its name. */
@ApplicationScoped
class LedgerFiles {

    /**
     * The columns of the ledger. Amounts arrive as text and become exact decimals; nothing passes through a binary
     * fraction.
     */
    private static final String WRITE = """
            COPY (
                SELECT CAST('%s' AS UUID) AS delivery, '%s' AS anchor, "row", paidOn AS paid_on,
                    CAST(amount AS DECIMAL(18, 4)) AS amount, supplierName AS supplier_name,
                    coalesce(redacted, false) AS redacted, coalesce(person, false) AS person, mention, unit, category,
                    categoryCode AS category_code, categoryScheme AS category_scheme, purpose,
                    "transaction" AS transaction_reference, capitalOrRevenue AS capital_or_revenue, contract,
                    CAST(irrecoverableVat AS DECIMAL(18, 4)) AS irrecoverable_vat,
                    CAST(gross AS DECIMAL(18, 4)) AS gross, CAST(vat AS DECIMAL(18, 4)) AS vat,
                    coalesce("grant", false) AS is_grant, coalesce(card, false) AS is_card
                FROM read_json('%s', format = 'newline_delimited', maximum_object_size = 16777216, columns = {
                    "row": 'BIGINT', paidOn: 'DATE', amount: 'VARCHAR', supplierName: 'VARCHAR', redacted: 'BOOLEAN',
                    person: 'BOOLEAN', mention: 'UUID', unit: 'VARCHAR', category: 'VARCHAR', categoryCode: 'VARCHAR',
                    categoryScheme: 'VARCHAR', purpose: 'VARCHAR', "transaction": 'VARCHAR',
                    capitalOrRevenue: 'VARCHAR', contract: 'VARCHAR', irrecoverableVat: 'VARCHAR',
                    gross: 'VARCHAR', vat: 'VARCHAR', "grant": 'BOOLEAN', card: 'BOOLEAN'})
            ) TO '%s' (FORMAT parquet, COMPRESSION zstd)
            """;

    private static final String COUNT = """
            SELECT count(*) AS lines, count(DISTINCT "row") AS different, coalesce(sum(amount), 0) AS total,
                count(*) FILTER (amount < 0) AS credit_lines, coalesce(sum(amount) FILTER (amount < 0), 0) AS credits
            FROM read_parquet('%s')
            """;

    private final Engine engine;
    private final Path folder;

    LedgerFiles(Engine engine, InsightSettings settings) {
        this.engine = engine;
        this.folder = settings.lakeFolder();
    }

    /** A file, and what is in it. */
    record Written(Path file, Counted counted) {}

    /** Writes the spooled lines as a file of the ledger, and counts them from what is written. */
    Written write(Spool spool) {
        var opened = spool.opened();
        var place = folder.resolve("anchor=" + opened.anchor())
                .resolve(opened.delivery() + "-" + opened.attempt() + ".parquet");
        var arriving = place.resolveSibling(place.getFileName() + ".arriving");
        try (var connection = engine.connect();
                var statement = connection.createStatement()) {
            Files.createDirectories(place.getParent());
            statement.execute(WRITE.formatted(
                    opened.delivery(), literal(opened.anchor()), literal(spool.file()), literal(arriving)));
            Counted counted;
            try (var row = statement.executeQuery(COUNT.formatted(literal(arriving)))) {
                row.next();
                counted = new Counted(
                        row.getLong("lines"),
                        row.getLong("different"),
                        row.getBigDecimal("total"),
                        row.getLong("credit_lines"),
                        row.getBigDecimal("credits"));
            }
            sync(arriving);
            Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(place.getParent());
            return new Written(place, counted);
        } catch (SQLException failure) {
            throw new EngineFailed("delivery " + opened.delivery() + " could not be written to the ledger", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException("delivery " + opened.delivery() + " could not be written", failure);
        }
    }

    private static void sync(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String literal(Object text) {
        return text.toString().replace("'", "''");
    }
}
