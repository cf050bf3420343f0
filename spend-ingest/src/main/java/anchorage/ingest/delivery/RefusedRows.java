package anchorage.ingest.delivery;

import anchorage.ingest.KeepableText;
import anchorage.ingest.reading.Row;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** Rows that could not become lines, with their original cells, so that they can be mended and pushed again. */
@ApplicationScoped
public class RefusedRows {

    private final Jdbi database;

    RefusedRows(Jdbi database) {
        this.database = database;
    }

    /**
     * A refused row.
     *
     * @param cells the record as it stands in the file
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RefusedRow(long row, String code, String column, String value, String advice, List<String> cells) {}

    /** How many rows a delivery has refused for one reason, and the first of them. */
    public record RefusedFor(String code, long count, List<RefusedRow> sample) {

        /** The same, for those who may not see what stands in the anchor's file. */
        public RefusedFor withoutCells() {
            return new RefusedFor(code, count, List.of());
        }
    }

    void keep(UUID delivery, List<Row.Refused> rows) {
        database.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    INSERT INTO refused_row (delivery, row, code, column_name, value, advice, cells)
                    VALUES (:delivery, :row, :code, :column, :value, :advice, :cells)
                    """);
            for (var refused : rows) {
                batch.bind("delivery", delivery)
                        .bind("row", refused.number())
                        .bind("code", refused.refusal().code().slug())
                        .bind("column", KeepableText.of(refused.refusal().column()))
                        .bind("value", KeepableText.of(refused.refusal().value()))
                        .bind("advice", KeepableText.of(refused.refusal().advice()))
                        .bindArray(
                                "cells",
                                String.class,
                                refused.cells().stream().map(KeepableText::of).toList())
                        .add();
            }
            batch.execute();
        });
    }

    /** A delivery's refused rows in file order, those after row {@code after}. */
    public List<RefusedRow> of(UUID delivery, long after, int limit) {
        return database.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM refused_row WHERE delivery = :delivery AND row > :after ORDER BY row LIMIT :limit")
                .bind("delivery", delivery)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new RefusedRow(
                        row.getLong("row"),
                        row.getString("code"),
                        row.getString("column_name"),
                        row.getString("value"),
                        row.getString("advice"),
                        List.of((String[]) row.getArray("cells").getArray())))
                .list());
    }

    /** All of a delivery's refused rows in file order, one after the other. */
    public void each(UUID delivery, Consumer<RefusedRow> reader) {
        long after = 0;
        for (var page = of(delivery, after, 1000); !page.isEmpty(); page = of(delivery, after, 1000)) {
            page.forEach(reader);
            after = page.get(page.size() - 1).row();
        }
    }

    /** A delivery's reasons for refusal, the most frequent first. */
    public List<RefusedFor> summary(UUID delivery) {
        var counts = database.withHandle(handle -> handle.createQuery("""
                        SELECT code, count(*) AS rows, min(row) AS first FROM refused_row WHERE delivery = :delivery
                        GROUP BY code ORDER BY count(*) DESC, code
                        """)
                .bind("delivery", delivery)
                .map((row, context) -> new RefusedFor(
                        row.getString("code"), row.getLong("rows"), of(delivery, row.getLong("first") - 1, 1)))
                .list());
        return counts;
    }
}
