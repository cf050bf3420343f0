package anchorage.registry.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What an anchor's own supplier codes were decided to mean. */
@ApplicationScoped
class SupplierCodes {

    /** A code with more names than this is one for sundry payments, and means nobody. */
    private static final int NAMES_OF_ONE = 4;

    /**
     * For each mention whose supplier code was decided to mean one supplier, and never another: that supplier. Only
     * decisions by a steward, an identifier or a name count, not those by a score or by the code itself.
     */
    Map<UUID, UUID> meaning(Handle handle, List<Mention> mentions) {
        var meaning = new HashMap<UUID, UUID>();
        var ids = mentions.stream()
                .filter(mention -> mention.supplierCode() != null && !mention.person())
                .map(Mention::id)
                .toList();
        if (ids.isEmpty()) {
            return meaning;
        }
        handle.createQuery("""
                        SELECT asked.id, min(CAST(identification.supplier AS text)) AS supplier
                        FROM mention asked
                        JOIN mention other ON other.anchor = asked.anchor AND other.supplier_code = asked.supplier_code
                            AND other.id <> asked.id
                        LEFT JOIN identification ON identification.mention = other.id
                            AND identification.retired_at IS NULL AND identification.state = 'DECIDED'
                            AND identification.method IN ('steward', 'identifier', 'name-and-postcode', 'exact-name')
                        WHERE asked.id = ANY(:ids)
                        GROUP BY asked.id
                        HAVING count(DISTINCT identification.supplier) = 1 AND count(DISTINCT other.name_key) < :names
                        """)
                .bindArray("ids", UUID.class, ids)
                .bind("names", NAMES_OF_ONE)
                .map((row, context) ->
                        meaning.put(row.getObject("id", UUID.class), UUID.fromString(row.getString("supplier"))))
                .list();
        return meaning;
    }
}
