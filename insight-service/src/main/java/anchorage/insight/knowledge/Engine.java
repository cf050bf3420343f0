package anchorage.insight.knowledge;

import anchorage.insight.InsightSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/** DuckDB, in this process: it reads the ledger's Parquet files and the facts, and answers. */
@ApplicationScoped
public class Engine {

    private final DuckDBConnection root;

    Engine(InsightSettings settings) {
        try {
            root = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            try (var statement = root.createStatement()) {
                statement.execute("SET memory_limit = '" + settings.engineMemory() + "'");
                statement.execute("SET threads = " + settings.engineThreads());
                statement.execute("SET TimeZone = 'UTC'");
                // As Trino calls it.
                statement.execute("CREATE MACRO regexp_like(text, pattern) AS regexp_matches(text, pattern)");
                statement.execute("SET autoinstall_known_extensions = false");
                statement.execute(
                        "SET temp_directory = '" + settings.spoolFolder().resolve("engine") + "'");
            }
        } catch (SQLException failure) {
            throw new EngineFailed("DuckDB could not be started", failure);
        }
    }

    /** A connection for one question or one write; it sees what was committed before. */
    public Connection connect() {
        try {
            return root.duplicate();
        } catch (SQLException failure) {
            throw new EngineFailed("DuckDB gives no connection", failure);
        }
    }

    @PreDestroy
    void close() throws SQLException {
        root.close();
    }

    /** DuckDB could not do what it was asked. */
    public static class EngineFailed extends RuntimeException {
        public EngineFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
