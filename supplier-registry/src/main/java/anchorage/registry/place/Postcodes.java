package anchorage.registry.place;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/**
 * In which district each postcode lies, and in which it lay before a boundary was changed. A change is dated by the first
 * file that says otherwise, whichever of the two files is loaded first; a file of no known day corrects.
 */
@ApplicationScoped
public class Postcodes {

    private final Clock clock;

    Postcodes(Clock clock) {
        this.clock = clock;
    }

    /**
     * Records what a source says of many postcodes; of what it does not say, what was known stays.
     *
     * @param day that the source describes, where that is known
     */
    public void record(Handle transaction, Iterable<PostcodeRow> rows, String source, Optional<LocalDate> day) {
        stage(transaction, rows);
        day.ifPresent(known -> keepFormer(transaction, source, known));
        transaction
                .createUpdate("""
                        INSERT INTO postcode (postcode, district, since, lsoa_2011, lsoa_2021, ward, introduced, terminated, source)
                        SELECT DISTINCT ON (postcode) postcode, district, CAST(:day AS date), lsoa_2011, lsoa_2021, ward,
                            introduced, terminated, :source
                        FROM arriving
                        ON CONFLICT (postcode) DO UPDATE SET
                            district = CASE WHEN postcode.since > excluded.since THEN postcode.district
                                ELSE excluded.district END,
                            since = CASE WHEN postcode.district = excluded.district OR postcode.since > excluded.since
                                THEN coalesce(postcode.since, excluded.since)
                                ELSE coalesce(excluded.since, postcode.since) END,
                            lsoa_2011 = coalesce(excluded.lsoa_2011, postcode.lsoa_2011),
                            lsoa_2021 = coalesce(excluded.lsoa_2021, postcode.lsoa_2021),
                            ward = coalesce(excluded.ward, postcode.ward),
                            introduced = coalesce(excluded.introduced, postcode.introduced),
                            terminated = coalesce(excluded.terminated, postcode.terminated),
                            source = excluded.source
                        """)
                .bind("day", day.orElse(null))
                .bind("source", source)
                .execute();
    }

    /** Where the postcodes of a dated file lay before it, or between its day and that of a later file. */
    private void keepFormer(Handle transaction, String source, LocalDate day) {
        transaction
                .createUpdate("""
                        WITH said AS (
                            SELECT DISTINCT ON (known.postcode) known.postcode, arriving.district,
                                known.district AS known_district, known.source AS known_source,
                                coalesce(known.since, '-infinity') AS known_since,
                                (SELECT former.district FROM former_district former
                                 WHERE former.postcode = known.postcode AND former.since <= :day
                                 ORDER BY former.since DESC LIMIT 1) AS then_known,
                                coalesce((SELECT former.district FROM former_district former
                                 WHERE former.postcode = known.postcode AND former.since > :day
                                 ORDER BY former.since LIMIT 1), known.district) AS next_known
                            FROM arriving JOIN postcode known ON known.postcode = arriving.postcode)
                        INSERT INTO former_district (postcode, since, district, source, recorded_at)
                        SELECT postcode, known_since, known_district, known_source, CAST(:now AS timestamptz) FROM said
                        WHERE known_since < :day AND known_district <> district
                        UNION ALL
                        SELECT postcode, :day, district, :source, :now FROM said
                        WHERE known_since > :day AND district IS DISTINCT FROM coalesce(then_known, next_known)
                        ON CONFLICT (postcode, since) DO UPDATE SET district = excluded.district,
                            source = excluded.source, recorded_at = excluded.recorded_at
                        """)
                .bind("day", day)
                .bind("source", source)
                .bind("now", clock.instant())
                .execute();
    }

    private static void stage(Handle transaction, Iterable<PostcodeRow> rows) {
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
                var bytes = row.copied().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
            }
            copy.endCopy();
        } catch (SQLException failure) {
            throw new UncheckedIOException("postcodes could not be stored", new IOException(failure));
        }
    }
}
