package anchorage.registry.place;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The ranks of small areas, each of the edition that ranks areas of its vintage. */
@ApplicationScoped
public class DeprivationRanks {

    private final Jdbi database;

    DeprivationRanks(Jdbi database) {
        this.database = database;
    }

    /** An LSOA's rank in an edition. */
    public record Ranked(Deprivation.Edition edition, String lsoa, int rank) {}

    /** Records ranks as a source states them. */
    public void record(Handle transaction, List<Ranked> ranks, String source) {
        var upsert = transaction.prepareBatch("""
                INSERT INTO deprivation_rank (edition, lsoa, rank, source) VALUES (:edition, :lsoa, :rank, :source)
                ON CONFLICT (edition, lsoa) DO UPDATE SET rank = excluded.rank, source = excluded.source
                """);
        for (var ranked : ranks) {
            upsert.bind("edition", ranked.edition().name())
                    .bind("lsoa", ranked.lsoa())
                    .bind("rank", ranked.rank())
                    .bind("source", source)
                    .add();
        }
        upsert.execute();
    }

    /** The deprivation of a postcode's area, by each edition that ranks it; a wrong vintage matches nothing. */
    public List<Deprivation> at(Postcode postcode) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT ranked.edition, ranked.rank FROM postcode
                        JOIN deprivation_rank ranked ON ranked.edition = 'IMD_2019' AND ranked.lsoa = postcode.lsoa_2011
                            OR ranked.edition = 'IMD_2025' AND ranked.lsoa = postcode.lsoa_2021
                        WHERE postcode.postcode = :postcode ORDER BY ranked.edition
                        """)
                .bind("postcode", postcode.compact())
                .map((row, context) ->
                        Deprivation.of(Deprivation.Edition.valueOf(row.getString("edition")), row.getInt("rank")))
                .list());
    }
}
