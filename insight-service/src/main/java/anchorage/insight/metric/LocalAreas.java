package anchorage.insight.metric;

import anchorage.insight.localdefinition.LocalDefinition;
import anchorage.insight.localdefinition.LocalDefinition.Area;
import anchorage.insight.localdefinition.LocalDefinition.PlaceSet;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The areas that a local definition means, as common table expressions over {@code home} and {@code lying}: {@code
 * area_of} has an anchor's area, {@code local_district} the districts that are local to it and on which days of payment.
 */
final class LocalAreas {

    private static final String AROUND = """
            area_of AS (
                SELECT anchor, area FROM (
                    SELECT home.anchor, place.code AS area,
                        row_number() OVER (PARTITION BY home.anchor ORDER BY {size}, place.code) AS place_in_line
                    FROM home
                    JOIN lying AS around ON around.code = home.home_place
                    JOIN (SELECT code, kind FROM place WHERE {known}) AS place ON place.code = around.larger
                    WHERE {size} >= {area}
                ) AS candidate WHERE place_in_line = 1
            ),
            local_district AS (
                SELECT area_of.anchor, inside.code AS district, CAST(NULL AS DATE) AS valid_from,
                    CAST(NULL AS DATE) AS valid_until
                FROM area_of JOIN lying AS inside ON inside.larger = area_of.area
                UNION
                SELECT area_of.anchor, premises.district, CAST(NULL AS DATE), CAST(NULL AS DATE)
                FROM area_of
                JOIN (SELECT code FROM place WHERE kind = 'COUNTRY' AND {known}) AS country ON country.code = area_of.area
                JOIN (SELECT DISTINCT district FROM counting_premises) AS premises
                    ON substring(premises.district, 1, 1) = substring(country.code, 1, 1)
            )
            """;

    private static final String NAMED = """
            named AS (
                SELECT DISTINCT home.anchor, named_place.area, named_place.place, named_place.valid_from,
                    named_place.valid_until
                FROM home
                JOIN (VALUES {places}) AS named_place (area, place, valid_from, valid_until)
                    ON named_place.area = '*' OR named_place.area = home.home_place
                    OR named_place.area IN (SELECT larger FROM lying WHERE code = home.home_place)
            ),
            area_of AS (
                SELECT anchor, min(area) AS area FROM named GROUP BY anchor
            ),
            local_district AS (
                SELECT named.anchor, inside.code AS district, named.valid_from, named.valid_until
                FROM named JOIN lying AS inside ON inside.larger = named.place
                UNION
                SELECT anchor, place, valid_from, valid_until FROM named
            )
            """;

    private LocalAreas() {}

    static String sql(LocalDefinition definition, String known) {
        return definition
                .around()
                .map(area -> Sql.fill(
                        AROUND, Map.of("size", size(), "known", known, "area", String.valueOf(area.ordinal()))))
                .orElseGet(() -> Sql.fill(NAMED, Map.of("places", places(definition))));
    }

    private static String size() {
        var size = new StringBuilder("CASE place.kind");
        for (var area : Area.values()) {
            size.append(" WHEN '").append(area).append("' THEN ").append(area.ordinal());
        }
        return size.append(" END").toString();
    }

    private static String places(LocalDefinition definition) {
        return definition.places().stream()
                .flatMap(set -> set.places().stream().map(place -> row(set, place)))
                .collect(Collectors.joining(", "));
    }

    private static String row(PlaceSet set, String place) {
        return "(" + Sql.text(set.of() == null ? "*" : set.of()) + ", " + Sql.text(place) + ", " + date(set.validFrom())
                + ", " + date(set.validUntil()) + ")";
    }

    private static String date(LocalDate day) {
        return day == null ? "CAST(NULL AS DATE)" : "DATE '" + day + "'";
    }
}
