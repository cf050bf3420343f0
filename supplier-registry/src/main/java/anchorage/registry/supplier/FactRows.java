package anchorage.registry.supplier;

import anchorage.registry.place.Deprivation;
import anchorage.registry.supplier.Supplier.RecordedFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads suppliers with their facts, those of whoever was merged into them included. */
final class FactRows {

    private FactRows() {}

    /** The suppliers of these ids as they are known now, in that order where they exist. */
    static List<Supplier> now(Handle handle, Collection<UUID> ids) {
        return read(handle, ids, null, false);
    }

    /** The suppliers of these ids as they were known at a moment. */
    static List<Supplier> asOf(Handle handle, Collection<UUID> ids, Instant moment) {
        return read(handle, ids, moment, false);
    }

    /** A supplier with everything that was ever recorded of it. */
    static List<Supplier> ever(Handle handle, Collection<UUID> ids) {
        return read(handle, ids, null, true);
    }

    private static List<Supplier> read(Handle handle, Collection<UUID> ids, Instant asOf, boolean retiredToo) {
        var provisional = new LinkedHashMap<UUID, Boolean>();
        var facts = new HashMap<UUID, List<RecordedFact>>();
        handle.createQuery("""
                        WITH RECURSIVE part (root, id) AS (
                            SELECT id, id FROM supplier WHERE id = ANY(:ids)
                                AND (CAST(:asOf AS timestamptz) IS NULL OR created_at <= :asOf)
                            UNION
                            SELECT part.root, merge.merged FROM supplier_merge merge
                            JOIN part ON merge.successor = part.id
                            WHERE CASE WHEN CAST(:asOf AS timestamptz) IS NULL THEN merge.undone_at IS NULL
                                ELSE merge.decided_at <= :asOf AND (merge.undone_at IS NULL OR merge.undone_at > :asOf) END)
                        SELECT part.root, root.provisional AS root_provisional, fact.*, area.district, area.since,
                            area.until, CASE WHEN area.until IS NULL THEN postcode.ward END AS ward,
                            imd_2019.rank AS rank_2019, imd_2025.rank AS rank_2025
                        FROM part
                        JOIN supplier root ON root.id = part.root
                        LEFT JOIN supplier_fact fact ON fact.supplier = part.id
                            AND CASE WHEN CAST(:asOf AS timestamptz) IS NOT NULL
                                THEN fact.recorded_at <= :asOf AND (fact.retired_at IS NULL OR fact.retired_at > :asOf)
                                ELSE :retiredToo OR fact.retired_at IS NULL END
                        LEFT JOIN postcode ON fact.kind = 'PREMISES' AND postcode.postcode = fact.key
                        LEFT JOIN LATERAL (
                            SELECT stated.district, lead(stated.since) OVER days AS until,
                                CASE WHEN lag(stated.since) OVER days IS NOT NULL THEN stated.since END AS since
                            FROM (SELECT district, since FROM former_district former
                                WHERE former.postcode = postcode.postcode
                                UNION ALL SELECT postcode.district, coalesce(postcode.since, '-infinity')) stated
                            WINDOW days AS (ORDER BY stated.since)) area
                            ON postcode.postcode IS NOT NULL
                                AND (area.until IS NULL OR fact.valid_from IS NULL OR area.until > fact.valid_from)
                                AND (area.since IS NULL OR fact.valid_until IS NULL OR area.since < fact.valid_until)
                        LEFT JOIN deprivation_rank imd_2019
                            ON imd_2019.edition = 'IMD_2019' AND imd_2019.lsoa = postcode.lsoa_2011
                        LEFT JOIN deprivation_rank imd_2025
                            ON imd_2025.edition = 'IMD_2025' AND imd_2025.lsoa = postcode.lsoa_2021
                        ORDER BY part.root, (fact.supplier = part.root) DESC, fact.role, fact.id, area.until
                        """)
                .bindArray("ids", UUID.class, List.copyOf(ids))
                .bind("asOf", asOf)
                .bind("retiredToo", retiredToo)
                .map((row, context) -> {
                    var root = row.getObject("root", UUID.class);
                    provisional.put(root, row.getBoolean("root_provisional"));
                    var known = facts.computeIfAbsent(root, any -> new ArrayList<>());
                    if (row.getString("kind") != null) {
                        known.add(recorded(row));
                    }
                    return true;
                })
                .list();
        return ids.stream()
                .distinct()
                .filter(provisional::containsKey)
                .map(id -> new Supplier(id, provisional.get(id), facts.get(id)))
                .toList();
    }

    private static RecordedFact recorded(ResultSet row) throws SQLException {
        return new RecordedFact(
                row.getLong("id"),
                row.getObject("supplier", UUID.class),
                new SupplierFact(
                        SupplierFact.Kind.valueOf(row.getString("kind")),
                        row.getString("key"),
                        row.getString("value"),
                        row.getString("role"),
                        later(row.getObject("valid_from", LocalDate.class), row.getObject("since", LocalDate.class)),
                        earlier(row.getObject("valid_until", LocalDate.class), row.getObject("until", LocalDate.class)),
                        row.getString("evidence")),
                row.getString("district"),
                row.getString("ward"),
                deprivation(row),
                instant(row.getTimestamp("recorded_at")),
                instant(row.getTimestamp("retired_at")),
                row.getString("source"),
                row.getString("recorded_by"));
    }

    /** Premises are one fact for each district that their postcode has lain in, each for its days. */
    private static LocalDate later(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    /** By the latest edition that ranks the neighbourhood; each ranks areas of its own vintage. */
    private static Deprivation deprivation(ResultSet row) throws SQLException {
        int latest = row.getInt("rank_2025");
        if (latest > 0) {
            return Deprivation.of(Deprivation.Edition.IMD_2025, latest);
        }
        int earlier = row.getInt("rank_2019");
        return earlier > 0 ? Deprivation.of(Deprivation.Edition.IMD_2019, earlier) : null;
    }

    private static Instant instant(Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
