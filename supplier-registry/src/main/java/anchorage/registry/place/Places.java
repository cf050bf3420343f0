package anchorage.registry.place;

import anchorage.contracts.PlaceDescribed;
import anchorage.contracts.Topics;
import anchorage.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

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

    /** The district a postcode lies in. */
    public Place at(Postcode postcode) {
        var district = database.withHandle(
                        handle -> handle.createQuery("SELECT district FROM postcode WHERE postcode = :postcode")
                                .bind("postcode", postcode.compact())
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

    /** Records what a source says of many postcodes; of what it does not say, what was known stays. */
    public void recordPostcodes(Handle transaction, Iterable<PostcodeRow> rows, String source) {
        try {
            transaction.execute("""
                    CREATE TEMP TABLE arriving (postcode text, district text, lsoa_2011 text, lsoa_2021 text, ward text,
                        introduced text, terminated text) ON COMMIT DROP
                    """);
            var copy = transaction
                    .getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY arriving FROM STDIN");
            for (var row : rows) {
                var bytes = row.copied().getBytes(java.nio.charset.StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
            }
            copy.endCopy();
            transaction.execute("""
                    INSERT INTO postcode (postcode, district, lsoa_2011, lsoa_2021, ward, introduced, terminated, source)
                    SELECT DISTINCT ON (postcode) postcode, district, lsoa_2011, lsoa_2021, ward, introduced, terminated, ?
                    FROM arriving
                    ON CONFLICT (postcode) DO UPDATE SET district = excluded.district,
                        lsoa_2011 = coalesce(excluded.lsoa_2011, postcode.lsoa_2011),
                        lsoa_2021 = coalesce(excluded.lsoa_2021, postcode.lsoa_2021),
                        ward = coalesce(excluded.ward, postcode.ward),
                        introduced = coalesce(excluded.introduced, postcode.introduced),
                        terminated = coalesce(excluded.terminated, postcode.terminated),
                        source = excluded.source
                    """, source);
        } catch (SQLException failure) {
            throw new UncheckedIOException("postcodes could not be stored", new IOException(failure));
        }
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getString("code"), row.getString("name"), Place.Kind.valueOf(row.getString("kind")), List.of((String
                                [])
                        row.getArray("within").getArray()));
    }
}
