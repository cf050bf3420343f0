package anchorage.insight.trino;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What DuckDB answers from, as tables of Trino: the facts, each table copied to a Parquet file, and the ledger's own
 * Parquet files where they are.
 */
public final class SameTables {

    private static final Pattern FILES = Pattern.compile("read_parquet\\(\\[([^]]*)], union_by_name = true\\)");
    private static final String PARQUET = ", format => 'PARQUET')";

    private static final Map<String, String> TYPES = Map.of("TIMESTAMP", "timestamp(6)");

    private final Connection duckdb;
    private final Connection trino;
    private final Path folder;

    /**
     * @param folder for the copies
     */
    public SameTables(Connection duckdb, Connection trino, Path folder) {
        this.duckdb = duckdb;
        this.trino = trino;
        this.folder = folder;
    }

    /**
     * Makes the tables.
     *
     * @param lake the ledger's folder
     */
    public void make(Path lake) throws SQLException, IOException {
        execute(trino, "CREATE SCHEMA insight");
        for (var table :
                rows(duckdb, "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()")) {
            var copies = Files.createDirectories(folder.resolve(table.get(0)));
            execute(duckdb, "COPY " + table.get(0) + " TO '" + copies + "/all.parquet' (FORMAT parquet)");
            make(table.get(0), "FROM " + table.get(0), List.of(copies));
        }
        try (var anchors = Files.list(lake)) {
            make(
                    "ledger",
                    "FROM read_parquet('" + lake + "/*/*.parquet', union_by_name = true, hive_partitioning = false)",
                    anchors.sorted().toList());
        }
    }

    /**
     * The same SELECT for Trino. They differ in one thing: DuckDB is told the files of the ledger, Trino the table that
     * has them and which of them.
     */
    public static String forTrino(String select) {
        return FILES.matcher(select)
                .replaceAll(files -> "(SELECT * FROM ledger WHERE \"\\$path\" IN ("
                        + files.group(1).replaceAll("'(/[^']*)'", "'local://$1'") + "))");
    }

    private void make(String table, String from, List<Path> folders) throws SQLException {
        var columns = rows(duckdb, "DESCRIBE SELECT * " + from).stream()
                .map(column -> "\"" + column.get(0) + "\" " + TYPES.getOrDefault(column.get(1), column.get(1)))
                .collect(Collectors.joining(", "));
        execute(trino, "CREATE TABLE " + table + " (" + columns + ")");
        for (var each : folders) {
            execute(trino, "ALTER TABLE " + table + " EXECUTE add_files(location => 'local://" + each + "'" + PARQUET);
        }
    }

    /** The rows that a SELECT gives, each value as text. */
    public static List<List<String>> rows(Connection connection, String select) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(select)) {
            var rows = new ArrayList<List<String>>();
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= width; column++) {
                    row.add(Alike.text(result.getObject(column)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
