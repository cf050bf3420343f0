package anchorage.insight.lineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import anchorage.insight.InsightSettings;
import anchorage.insight.knowledge.Engine;
import anchorage.insight.knowledge.Engine.EngineFailed;
import anchorage.insight.metric.Audience;
import anchorage.insight.metric.JudgedLines;
import anchorage.insight.metric.Question;
import anchorage.insight.metric.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Judged lines as one Parquet file, for those who compute with tools of their own. */
@ApplicationScoped
public class LedgerExport {

    private static final String COPY = """
            COPY (
                %1$s SELECT delivery, "row", anchor, paid_on, amount,
                    CASE WHEN %2$s THEN %3$s ELSE supplier_name END AS supplier_name, redacted, unit, category,
                    category_code, category_scheme, CASE WHEN %2$s THEN NULL ELSE purpose END AS purpose,
                    transaction_reference, capital_or_revenue, contract, scope, rule AS scope_rule, supplier,
                    CASE WHEN %2$s THEN %3$s ELSE known_name END AS supplier_known_as, method AS identified_by,
                    ownership_class, CASE WHEN %2$s THEN NULL ELSE postcode END AS postcode, district, verdict, reason
                FROM judged ORDER BY delivery, "row"
            ) TO %4$s (FORMAT parquet, COMPRESSION zstd)
            """;

    private final Engine engine;
    private final JudgedLines judged;
    private final Path folder;

    LedgerExport(Engine engine, JudgedLines judged, InsightSettings settings) {
        this.engine = engine;
        this.judged = judged;
        this.folder = settings.spoolFolder().resolve("exports");
    }

    /**
     * What is asked for.
     *
     * @param delivery the one delivery whose lines are meant, or empty for all that the question reads
     */
    public record Wanted(Question question, Optional<UUID> delivery, Audience audience) {}

    /** A digest of all that decides which bytes are given, facts and deliveries too, without reading a line. */
    public String version(Wanted wanted) {
        var all = new Wanted(judged.settled(wanted.question), wanted.delivery, wanted.audience);
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(copy(all, "").getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The lines that are asked for, as Parquet; the file behind the bytes is gone once they are read. */
    public InputStream parquet(Wanted wanted) {
        try {
            Files.createDirectories(folder);
            var file = Files.createTempFile(folder, "ledger-", ".parquet");
            try (var connection = engine.connect();
                    var statement = connection.createStatement()) {
                statement.execute(copy(wanted, file));
            } catch (SQLException failure) {
                Files.delete(file);
                throw new EngineFailed("the ledger could not be exported", failure);
            }
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException failure) {
            throw new UncheckedIOException("the ledger could not be exported", failure);
        }
    }

    private String copy(Wanted wanted, Object file) {
        var question = wanted.question;
        var isWithheld = "natural_person"
                + wanted.audience
                        .anchor()
                        .map(own -> " AND anchor <> " + Sql.text(own))
                        .orElse("");
        return COPY.formatted(
                wanted.delivery.map(delivery -> judged.sql(question, delivery)).orElseGet(() -> judged.sql(question)),
                isWithheld,
                Sql.text(Audience.WITHHELD),
                Sql.text(file));
    }
}
