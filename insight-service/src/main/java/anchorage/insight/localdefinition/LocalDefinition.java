package anchorage.insight.localdefinition;

import java.util.List;

/**
 * A rule that says LOCAL of a line when one of the supplier's premises that count, valid on the day of payment, lies in
 * the anchor's area; ELSEWHERE when those known lie outside it; UNKNOWN when none is known.
 *
 * @param area which of the areas around the anchor's home place is meant; where the home place is larger than that, the
 *     home place itself
 * @param premises roles of the premises that count
 */
public record LocalDefinition(
        String name, int version, String title, String description, Area area, List<String> premises) {

    public LocalDefinition {
        premises = List.copyOf(premises);
    }

    /** As an answer names it. */
    public String reference() {
        return name + "@" + version;
    }

    /** Sizes of area, smallest first. */
    public enum Area {
        DISTRICT,
        COMBINED_AUTHORITY,
        REGION,
        COUNTRY
    }
}
