package anchorage.registry.place;

import anchorage.contracts.PlaceDescribed;
import anchorage.contracts.Topics;
import anchorage.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** All places, and the districts of postcodes. */
@ApplicationScoped
public class Places {

    private final Jdbi database;
    private final Outbox outbox;
    private final Clock clock;

    Places(Jdbi database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The place of that code. */
    public Place of(String code) {
        return database.withHandle(handle -> handle.createQuery("SELECT * FROM place WHERE code = :code")
                        .bind("code", code)
                        .map((row, context) -> place(row))
                        .findOne())
                .orElseThrow(() -> UnknownPlace.code(code));
    }

    /** The district a postcode lies in, or lay in on a day. */
    public Place at(Postcode postcode, Optional<LocalDate> on) {
        var district = database.withHandle(handle -> handle.createQuery("""
                        SELECT CASE WHEN since > CAST(:on AS date) THEN coalesce(
                                (SELECT former.district FROM former_district former
                                 WHERE former.postcode = known.postcode AND former.since <= :on
                                 ORDER BY former.since DESC LIMIT 1),
                                (SELECT former.district FROM former_district former
                                 WHERE former.postcode = known.postcode ORDER BY former.since LIMIT 1),
                                district) ELSE district END
                        FROM postcode known WHERE postcode = :postcode
                        """)
                        .bind("postcode", postcode.compact())
                        .bind("on", on.orElse(null))
                        .mapTo(String.class)
                        .findOne())
                .orElseThrow(() -> UnknownPlace.postcode(postcode.toString()));
        return of(district);
    }

    /** What is known of a postcode. */
    public PostcodeRow postcode(Postcode postcode) {
        return database.withHandle(handle -> handle.createQuery("SELECT * FROM postcode WHERE postcode = :postcode")
                        .bind("postcode", postcode.compact())
                        .map((row, context) -> new PostcodeRow(
                                postcode,
                                row.getString("district"),
                                text(row, "lsoa_2011"),
                                text(row, "lsoa_2021"),
                                text(row, "ward"),
                                text(row, "introduced"),
                                text(row, "terminated")))
                        .findOne())
                .orElseThrow(() -> UnknownPlace.postcode(postcode.toString()));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? "" : text;
    }

    /** GSS codes of the districts in a place, or of the place itself where it is one. */
    public Set<String> districtsOf(String code) {
        of(code);
        return Set.copyOf(database.withHandle(handle ->
                handle.createQuery("""
                        SELECT code FROM place WHERE code = :code OR :code = ANY(within) AND kind = 'DISTRICT'
                        """).bind("code", code).mapTo(String.class).list()));
    }

    /** Whether no place is known at all. */
    boolean isEmpty() {
        return database.withHandle(handle -> handle.createQuery("SELECT count(*) = 0 FROM place")
                .mapTo(Boolean.class)
                .one());
    }

    /** Records places as a source states them, and tells the other services. */
    public void record(Handle transaction, Collection<Place> places, String source) {
        var upsert = transaction.prepareBatch("""
                INSERT INTO place (code, name, kind, within, source, recorded_at)
                VALUES (:code, :name, :kind, :within, :source, :now)
                ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind,
                    within = excluded.within, source = excluded.source, recorded_at = excluded.recorded_at
                """);
        var now = clock.instant();
        for (var place : places) {
            upsert.bind("code", place.code())
                    .bind("name", place.name())
                    .bind("kind", place.kind().name())
                    .bindArray("within", String.class, place.within())
                    .bind("source", source)
                    .bind("now", now)
                    .add();
        }
        if (upsert.size() > 0) {
            upsert.execute();
        }
        var facts = places.stream()
                .map(place -> new PlaceDescribed(
                        place.code(), place.name(), place.kind().name(), place.within(), now))
                .toList();
        outbox.sayAll(transaction, Topics.PLACES, facts, PlaceDescribed::code);
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getString("code"), row.getString("name"), Place.Kind.valueOf(row.getString("kind")), List.of((String
                                [])
                        row.getArray("within").getArray()));
    }
}
