package anchorage.insight.knowledge;

import anchorage.insight.knowledge.KnownFacts.Fact;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Facts on their way into the tables of the engine, as rows. Closing writes what is still on its way. */
final class FactRows implements AutoCloseable {

    private final DuckDBConnection connection;
    private final Map<String, DuckDBAppender> tables = new HashMap<>();

    FactRows(DuckDBConnection connection) {
        this.connection = connection;
    }

    void add(Fact fact) throws SQLException {
        var body = fact.body();
        switch (fact.kind()) {
            case ANCHOR ->
                row(
                        "anchor",
                        fact,
                        fact.key(),
                        text(body, "name"),
                        text(body, "kind"),
                        text(body, "homePlace"),
                        text(body, "sharing"));
            case PLACE -> {
                row("place", fact, fact.key(), text(body, "name"), text(body, "kind"));
                for (var larger : body.path("within")) {
                    row("place_within", fact, fact.key(), larger.asText());
                }
            }
            case IDENTIFICATION ->
                row(
                        "identification",
                        fact,
                        UUID.fromString(fact.key()),
                        UUID.fromString(text(body, "supplier")),
                        text(body, "method"),
                        body.get("score").decimalValue().setScale(4),
                        text(body, "state"),
                        text(body, "explanation"));
            case SUPPLIER -> supplier(fact, UUID.fromString(fact.key()));
        }
    }

    /** A moment as the engine keeps it: in UTC, without a zone. */
    static LocalDateTime timestamp(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private void supplier(Fact fact, UUID supplier) throws SQLException {
        var body = fact.body();
        row(
                "supplier",
                fact,
                supplier,
                text(body, "name"),
                body.get("provisional").asBoolean(),
                body.get("identifiers").toString());
        for (var place : body.get("premises")) {
            row(
                    "premises",
                    fact,
                    supplier,
                    text(place, "role"),
                    text(place, "postcode"),
                    text(place, "district"),
                    date(place, "validFrom"),
                    date(place, "validUntil"),
                    place.path("deprivation").path("release").textValue(),
                    number(place.path("deprivation").path("rank")),
                    text(place, "ward"));
        }
        for (var identifier : body.get("identifiers")) {
            row("supplier_identifier", fact, supplier, identifier.asText());
        }
        for (var parent : body.path("parents")) {
            row(
                    "parent",
                    fact,
                    supplier,
                    text(parent, "parent"),
                    text(parent, "role"),
                    date(parent, "validFrom"),
                    date(parent, "validUntil"));
        }
        for (var owned : body.get("ownership")) {
            row(
                    "ownership",
                    fact,
                    supplier,
                    text(owned, "ownershipClass"),
                    date(owned, "validFrom"),
                    date(owned, "validUntil"));
        }
        for (var size : body.path("sizes")) {
            row("supplier_size", fact, supplier, text(size, "size"), date(size, "validFrom"), date(size, "validUntil"));
        }
    }

    private void row(String table, Fact fact, Object... values) throws SQLException {
        var rows = tables.get(table);
        if (rows == null) {
            rows = connection.createAppender(table);
            tables.put(table, rows);
        }
        rows.beginRow();
        for (var value : values) {
            append(rows, value);
        }
        rows.append(timestamp(fact.knownFrom()));
        rows.append(timestamp(fact.knownUntil()));
        rows.endRow();
    }

    private static void append(DuckDBAppender rows, Object value) throws SQLException {
        if (value == null) {
            rows.appendNull();
        } else if (value instanceof UUID id) {
            rows.append(id);
        } else if (value instanceof BigDecimal number) {
            rows.append(number);
        } else if (value instanceof LocalDate day) {
            rows.append(day);
        } else if (value instanceof Integer number) {
            rows.append(number.intValue());
        } else if (value instanceof Boolean flag) {
            rows.append(flag);
        } else {
            rows.append(value.toString());
        }
    }

    private static String text(JsonNode node, String field) {
        var value = node.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static Integer number(JsonNode node) {
        return node.isInt() ? node.intValue() : null;
    }

    private static LocalDate date(JsonNode node, String field) {
        var value = text(node, field);
        return value == null ? null : LocalDate.parse(value);
    }

    @Override
    public void close() throws SQLException {
        for (var table : tables.values()) {
            table.close();
        }
    }
}
