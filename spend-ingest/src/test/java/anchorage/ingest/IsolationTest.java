package anchorage.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anchorage.ingest.delivery.web.SpendFeed;
import anchorage.kit.security.Reach;
import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database shows and takes, whatever the code forgets to check. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class IsolationTest {

    /** What no anchor owns: who the anchors are is for everybody, and facts wait to be told to all. */
    private static final List<String> OF_NOBODY = List.of("anchor", "audit", "outbox", "flyway_schema_history");

    private static final List<String> WITH_ROWS =
            List.of("feed", "delivery", "feed_mapping", "reading_turn", "refused_row", "upload", "upload_part");

    private static final SpendFeed ONE = new SpendFeed("demo-isolated");
    private static final SpendFeed OTHER = new SpendFeed("demo-intruder");
    private static final Reach AS_ONE = new Reach(ONE.anchor(), "");
    private static final Reach AS_OTHER = new Reach(OTHER.anchor(), "");
    private static final Reach AS_ANALYST = new Reach("", "all");

    @Inject
    Jdbi database;

    @Inject
    DataSource connections;

    private UUID delivery;

    @BeforeEach
    void holdSomethingOfBoth() {
        for (var feed : List.of(ONE, OTHER)) {
            feed.create();
            var pushed = feed.pushed(SpendFeed.ledger() + "never,Nobody Ltd,1.00\n", Map.of());
            if (feed == ONE) {
                delivery = UUID.fromString(pushed.getString("id"));
            }
            feed.publisher()
                    .contentType("text/csv")
                    .header("Upload-Complete", "?0")
                    .body("Date paid")
                    .post("/v1/anchors/" + feed.anchor() + "/feeds/spend/deliveries")
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void forcesAPolicyOnEveryTableThatAnAnchorOwnsRowsOf() {
        var open = database.withHandle(
                handle -> handle.createQuery("""
                        SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'm', 'v') AND relnamespace = 'public'::regnamespace
                            AND NOT (relrowsecurity AND relforcerowsecurity)
                        """).mapTo(String.class).list());

        assertThat(open).isSubsetOf(OF_NOBODY);
    }

    @Test
    void isAskedByARoleThatPoliciesBind() {
        var unbound = database.withHandle(handle -> handle.createQuery(
                        "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
                .mapTo(Boolean.class)
                .one());

        assertThat(unbound).isFalse();
    }

    @Test
    void showsNothingToWorkThatDoesNotSayHowFarItReaches() throws SQLException {
        for (var table : WITH_ROWS) {
            assertThat(Reach.EVERY_ANCHOR.during(() -> count(table))).as(table).isPositive();
            assertThat(Reach.NOTHING.during(() -> count(table))).as(table).isZero();
            try (var connection = connections.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("DISCARD ALL");
                var rows = statement.executeQuery("SELECT count(*) FROM " + table);
                rows.next();
                assertThat(rows.getLong(1)).as(table).isZero();
            }
        }
    }

    @Test
    void showsAnAnchorItsOwnRowsAlone() {
        for (var table : WITH_ROWS) {
            long ones = AS_ONE.during(() -> count(table));
            long others = AS_OTHER.during(() -> count(table));
            long all = Reach.EVERY_ANCHOR.during(() -> count(table));
            assertThat(ones).as(table).isPositive();
            assertThat(others).as(table).isPositive();
            assertThat(ones + others).as(table).isLessThanOrEqualTo(all);
        }
        assertThat(AS_OTHER.during(() -> has("refused_row", "delivery"))).isFalse();
        assertThat(AS_ONE.during(() -> has("refused_row", "delivery"))).isTrue();
    }

    @Test
    void letsAnAnchorChangeNothingOfAnothers() {
        for (var statement : new String[] {
            "UPDATE delivery SET state = 'WITHDRAWN' WHERE id = ?",
            "DELETE FROM refused_row WHERE delivery = ?",
            "UPDATE feed SET title = 'x' WHERE anchor = (SELECT anchor FROM delivery WHERE id = ?)"
        }) {
            assertThat(AS_OTHER.during(() -> changed(statement))).as(statement).isZero();
        }
        assertRefused(AS_OTHER, "INSERT INTO reading_job (delivery, queued_at, not_before) VALUES (?, now(), now())");
        assertRefused(AS_OTHER, """
                INSERT INTO delivery (id, anchor, feed, state, received_at, bytes, sha256)
                VALUES (?, 'demo-isolated', 'spend', 'RECEIVED', now(), 1, 'x')
                """);
    }

    @Test
    void letsWhoReadsAcrossAnchorsChangeNothing() {
        assertThat(AS_ANALYST.during(() -> has("delivery", "id"))).isTrue();
        assertThat(AS_ANALYST.during(() -> changed("UPDATE delivery SET state = 'WITHDRAWN' WHERE id = ?")))
                .isZero();
        assertRefused(AS_ANALYST, "INSERT INTO reading_job (delivery, queued_at, not_before) VALUES (?, now(), now())");
    }

    private void assertRefused(Reach reach, String statement) {
        assertThatThrownBy(() -> reach.during(() -> changed(statement)))
                .as(statement)
                .hasMessageContaining("row-level security");
    }

    private int changed(String statement) {
        return database.withHandle(handle -> handle.execute(statement, delivery));
    }

    private boolean has(String table, String column) {
        return database.withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM " + table + " WHERE " + column + " = :delivery")
                        .bind("delivery", delivery)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    private long count(String table) {
        return database.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }
}
