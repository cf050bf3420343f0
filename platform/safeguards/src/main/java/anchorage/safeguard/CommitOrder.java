package anchorage.safeguard;

import anchorage.kit.page.ExpiredCursor;
import anchorage.kit.page.Position;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * An order of what transactions changed in which nothing comes in late: by the number of the transaction that changed a
 * row last, which the row keeps in {@code changed_in}, and only as far as every transaction of a lower number has ended.
 * A transaction may commit long after one that began later; until it does, what is younger is held back with it.
 */
public final class CommitOrder {

    private static final UUID FIRST = new UUID(0, 0);

    private CommitOrder() {}

    /**
     * A place in the order.
     *
     * @param origin the database whose order it is
     * @param transaction that changed the row
     * @param row that was changed
     */
    public record Place(String origin, long transaction, UUID row) {

        /** The place that was a position. */
        public static Place of(Position position) {
            return new Place(position.text(0), position.number(1), position.id(2));
        }

        /** The place as a bookmark keeps it. */
        public Position position() {
            return Position.of(origin, transaction, row);
        }

        /** The place of a row of the same database. */
        public Place at(long changedIn, UUID changed) {
            return new Place(origin, changedIn, changed);
        }
    }

    /**
     * What can be read now.
     *
     * @param after the place behind which it begins
     * @param before the first transaction that may not have ended, from which on nothing is read
     */
    public record Readable(Place after, long before) {}

    /**
     * A part of what changed.
     *
     * @param upTo up to where it has been read, which may be behind its last item
     */
    public record Part<T>(List<T> items, Place upTo) {

        public Part {
            items = List.copyOf(items);
        }
    }

    /**
     * What can be read behind a place, or from the beginning.
     *
     * @throws ExpiredCursor if the place is of another database, of which this one may be an older copy
     */
    public static Readable after(Handle handle, Optional<Place> place) {
        // A restored dump is another database; a restored or promoted server goes on with another timeline.
        var now = handle.createQuery("""
                        SELECT system_identifier || '/' || timeline_id || '/' ||
                                (SELECT oid FROM pg_database WHERE datname = current_database()) AS origin,
                            CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint) AS unfinished
                        FROM pg_control_system(), pg_control_checkpoint()
                        """)
                .map((row, context) ->
                        new Readable(new Place(row.getString("origin"), -1, FIRST), row.getLong("unfinished")))
                .one();
        if (place.isPresent() && !place.get().origin().equals(now.after().origin())) {
            throw ExpiredCursor.ofAFormerDatabase();
        }
        return new Readable(place.orElse(now.after()), now.before());
    }

    /**
     * Gives rows whose transactions this database has yet to reach, since they were restored from another, a number that
     * it has reached. Before this nobody would be told of them.
     */
    public static int renumber(Handle transaction, String table) {
        return transaction.execute("""
                UPDATE %s SET changed_in = CAST(CAST(pg_current_xact_id() AS text) AS bigint)
                WHERE changed_in > CAST(CAST(pg_current_xact_id() AS text) AS bigint)
                """.formatted(table));
    }
}
