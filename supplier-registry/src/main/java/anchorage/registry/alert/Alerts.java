package anchorage.registry.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Looks for alerts among the facts of suppliers that are paid. Nothing is stored: what is mended is gone. */
@ApplicationScoped
public class Alerts {

    /** By the value as it is shown, and by all that tells two alerts apart. */
    private static final String ORDER = """
             -round(abs(alert.total), 2), alert.kind, coalesce(CAST(alert.supplier AS text), ''),
                coalesce(alert.identifier, ''), coalesce(CAST(alert.since AS text), ''), alert.sentence""";

    private static final String FIND = """
            WITH paid AS (
                SELECT identification.supplier, coalesce(sum(value.total), 0) AS total
                FROM identification
                LEFT JOIN mention_value value ON value.mention = identification.mention
                WHERE identification.retired_at IS NULL AND identification.state = 'DECIDED'
                GROUP BY identification.supplier),
            fact AS (
                SELECT supplier_fact.*, paid.total FROM supplier_fact JOIN paid ON paid.supplier = supplier_fact.supplier),
            social AS (
                SELECT DISTINCT supplier, total, key, valid_until, recorded_at FROM fact WHERE kind = 'OWNERSHIP' AND key IN (
                    'CHARITY', 'CIO', 'CIC', 'CO_OPERATIVE', 'COMMUNITY_BENEFIT_SOCIETY', 'EMPLOYEE_OWNED',
                    'HOUSING_ASSOCIATION', 'COMMUNITY_BUSINESS')
                    AND (retired_at IS NULL OR moved_to IS NULL)),
            alert AS (
                SELECT 'SOCIAL_OWNERSHIP_CHANGED' AS kind, social.supplier, CAST(NULL AS text) AS identifier,
                    changed.valid_from AS since,
                    'It was ' || social.key || ' and is ' || changed.key || ' now.' AS sentence, social.total
                FROM social JOIN fact changed ON changed.supplier = social.supplier AND changed.kind = 'OWNERSHIP'
                    AND changed.retired_at IS NULL AND changed.valid_until IS NULL
                    AND changed.recorded_at >= social.recorded_at
                    AND changed.key IN ('PLC', 'PRIVATE_COMPANY', 'LLP', 'PARTNERSHIP', 'OVERSEAS_COMPANY', 'PFI_SPV')
                WHERE social.valid_until IS NOT NULL
                UNION
                SELECT 'SOCIAL_PARENT_NEW', social.supplier, NULL, parent.valid_from,
                    'It is ' || social.key || ', and ' || parent.value || ' controls it.', social.total
                FROM social JOIN fact parent ON parent.supplier = social.supplier AND parent.kind = 'PARENT'
                    AND parent.retired_at IS NULL AND parent.valid_until IS NULL
                WHERE social.valid_until IS NULL
                UNION
                SELECT 'INACTIVE_PAID', fact.supplier, NULL, fact.valid_from,
                    'Its register says ' || fact.key || ', and it is paid.', fact.total
                FROM fact WHERE kind = 'STATUS' AND retired_at IS NULL AND valid_until IS NULL AND key <> 'ACTIVE'
                UNION
                SELECT 'VAT_NUMBER_SHARED', NULL, number, NULL,
                    'It is written with ' || count(DISTINCT mention.name_key) || ' names, by '
                        || count(DISTINCT mention.anchor) || ' anchors.',
                    coalesce(sum(value.total), 0)
                FROM mention CROSS JOIN unnest(mention.identifiers) number
                LEFT JOIN mention_value value ON value.mention = mention.id
                WHERE number LIKE 'VAT:%' AND NOT mention.person
                GROUP BY number HAVING count(DISTINCT mention.name_key) > 1
                UNION
                SELECT 'IDENTIFIER_SHARED', NULL, key, NULL,
                    count(DISTINCT supplier) || ' suppliers have it, and may be one.', max(total)
                FROM fact WHERE kind = 'IDENTIFIER' AND retired_at IS NULL AND key NOT LIKE 'VAT:%'
                GROUP BY key HAVING count(DISTINCT supplier) > 1)
            SELECT alert.*, (SELECT value FROM supplier_fact WHERE supplier_fact.supplier = alert.supplier
                AND kind = 'NAME' AND retired_at IS NULL ORDER BY role, id LIMIT 1) AS name
            FROM alert
            WHERE NOT EXISTS (SELECT 1 FROM supplier_fact person WHERE person.supplier = alert.supplier
                AND person.kind = 'OWNERSHIP' AND person.key = 'SOLE_TRADER' AND person.retired_at IS NULL)
                AND (CAST(:value AS numeric) IS NULL
                    OR (""" + ORDER + """
            ) > (-CAST(:value AS numeric), :kind, :supplier, :identifier, :since, :sentence))
            ORDER BY """ + ORDER + " LIMIT :most";

    private final Jdbi database;

    Alerts(Jdbi database) {
        this.database = database;
    }

    /**
     * An alert's place among all: what they are ordered by.
     *
     * @param value what is paid, whichever its sign
     * @param supplier empty where it is about an identifier
     * @param identifier empty where it is about a supplier
     * @param since empty where the day is not known
     */
    public record Place(
            BigDecimal value, String kind, String supplier, String identifier, String since, String sentence) {

        /** The place of an alert. */
        public static Place of(Alert alert) {
            return new Place(
                    new BigDecimal(alert.value()).abs(),
                    alert.kind().name(),
                    Objects.toString(alert.supplier(), ""),
                    Objects.toString(alert.identifier(), ""),
                    Objects.toString(alert.since(), ""),
                    alert.sentence());
        }
    }

    /** Alerts about suppliers that are paid, those with the most money first, at most so many, those behind a place. */
    public List<Alert> greatest(Optional<Place> after, int most) {
        return database.withHandle(handle -> handle.createQuery(FIND)
                .bind("value", after.map(Place::value).orElse(null))
                .bind("kind", after.map(Place::kind).orElse(null))
                .bind("supplier", after.map(Place::supplier).orElse(null))
                .bind("identifier", after.map(Place::identifier).orElse(null))
                .bind("since", after.map(Place::since).orElse(null))
                .bind("sentence", after.map(Place::sentence).orElse(null))
                .bind("most", most)
                .map((row, context) -> alert(row))
                .list());
    }

    private static Alert alert(ResultSet row) throws SQLException {
        var total = row.getBigDecimal("total");
        return new Alert(
                Alert.Kind.valueOf(row.getString("kind")),
                row.getObject("supplier", UUID.class),
                row.getString("name"),
                row.getString("identifier"),
                row.getObject("since", LocalDate.class),
                row.getString("sentence"),
                (total == null ? BigDecimal.ZERO : total)
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString());
    }
}
