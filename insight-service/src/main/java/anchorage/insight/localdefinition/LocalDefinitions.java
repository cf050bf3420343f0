package anchorage.insight.localdefinition;

import anchorage.insight.localdefinition.LocalDefinition.Area;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All local definitions. One is never changed: a better one is a new version beside it. */
@ApplicationScoped
public class LocalDefinitions {

    private static final List<String> REGISTERED = List.of("REGISTERED_OFFICE");

    private static final List<LocalDefinition> SHIPPED = List.of(
            new LocalDefinition(
                    "district",
                    1,
                    "In the anchor's own district",
                    "The supplier's registered office lies in the local authority district of the anchor's home place. "
                            + "After the contractor's base in Preston's and CLES's studies.",
                    Area.DISTRICT,
                    REGISTERED),
            new LocalDefinition(
                    "combined-authority",
                    1,
                    "In the anchor's combined authority",
                    "The supplier's registered office lies in a district of the combined authority of the anchor's home "
                            + "place. After CLES's Greater Manchester study.",
                    Area.COMBINED_AUTHORITY,
                    REGISTERED),
            new LocalDefinition(
                    "region",
                    1,
                    "In the anchor's region",
                    "The supplier's registered office lies in the same ITL 1 region as the anchor's home place. After "
                            + "Tussell's local procurement studies.",
                    Area.REGION,
                    REGISTERED),
            new LocalDefinition(
                    "country",
                    1,
                    "In the anchor's country",
                    "The supplier's registered office lies in the same country of the United Kingdom as the anchor's "
                            + "home place.",
                    Area.COUNTRY,
                    REGISTERED));

    /** All definitions. */
    public List<LocalDefinition> all() {
        return SHIPPED;
    }

    /** Each definition in its latest version. */
    public List<LocalDefinition> latest() {
        return all().stream()
                .filter(definition -> definition.equals(named(definition.name())))
                .toList();
    }

    /** The definition of that name, or of that name and version, as {@code district} or {@code district@1}. */
    public LocalDefinition named(String asked) {
        return SHIPPED.stream()
                .filter(definition ->
                        asked.equals(definition.name()) || asked.equals(definition.name() + "@" + definition.version()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new UnknownLocalDefinition(
                        asked, SHIPPED.stream().map(LocalDefinition::name).toList()));
    }
}
