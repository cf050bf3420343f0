package anchorage.ingest.anchor;

import anchorage.contracts.AnchorDescribed;
import anchorage.contracts.Topics;
import anchorage.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** All anchors. */
@ApplicationScoped
public class Anchors {

    private final Jdbi database;
    private final Outbox outbox;
    private final Clock clock;

    Anchors(Jdbi database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The anchor of that id. */
    public Anchor named(String id) {
        return find(id).orElseThrow(() -> new UnknownAnchor(id));
    }

    /** The anchor of that id, if there is one. */
    public Optional<Anchor> find(String id) {
        return database.withHandle(handle -> handle.createQuery("SELECT * FROM anchor WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> anchor(row))
                .findOne());
    }

    /** Anchors in the order of their ids, at most so many, those behind one of them. */
    public List<Anchor> after(Optional<String> after, int most) {
        return database.withHandle(
                handle -> handle.createQuery("SELECT * FROM anchor WHERE id > :after ORDER BY id LIMIT :most")
                        .bind("after", after.orElse(""))
                        .bind("most", most)
                        .map((row, context) -> anchor(row))
                        .list());
    }

    /** Creates the anchor or makes it what is said, and tells the other services. */
    public void put(Anchor anchor) {
        database.useTransaction(transaction -> {
            transaction
                    .createUpdate("""
                            INSERT INTO anchor (id, name, kind, home_place, identifiers, sharing, created_at, updated_at)
                            VALUES (:id, :name, :kind, :homePlace, :identifiers, :sharing, :now, :now)
                            ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
                                home_place = excluded.home_place, identifiers = excluded.identifiers,
                                sharing = excluded.sharing, updated_at = excluded.updated_at
                            """)
                    .bind("id", anchor.id())
                    .bind("name", anchor.name())
                    .bind("kind", anchor.kind().name())
                    .bind("homePlace", anchor.homePlace())
                    .bindArray("identifiers", String.class, anchor.identifiers())
                    .bind("sharing", anchor.sharing().name())
                    .bind("now", clock.instant())
                    .execute();
            outbox.say(
                    transaction,
                    Topics.ANCHORS,
                    anchor.id(),
                    new AnchorDescribed(
                            anchor.id(),
                            anchor.name(),
                            anchor.kind().name(),
                            anchor.homePlace(),
                            anchor.sharing().name(),
                            clock.instant()));
        });
    }

    private static Anchor anchor(ResultSet row) throws SQLException {
        return new Anchor(
                row.getString("id"),
                row.getString("name"),
                AnchorKind.valueOf(row.getString("kind")),
                row.getString("home_place"),
                texts(row.getArray("identifiers")),
                Anchor.Sharing.valueOf(row.getString("sharing")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
