package anchorage.insight.localdefinition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule that says LOCAL of a line when one of the supplier's premises that count, valid on the day of payment, lies in
 * the anchor's area; ELSEWHERE when those known lie outside it; UNKNOWN when none is known.
 *
 * @param area which of the areas around the anchor's home place is meant; where the home place is larger than that, the
 *     home place itself. Absent where places are named
 * @param places named places in place of an area; empty where an area is meant
 * @param premises roles of the premises that count
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocalDefinition(
        String name,
        int version,
        String title,
        String description,
        Area area,
        List<PlaceSet> places,
        List<String> premises) {

    public LocalDefinition {
        places = places == null ? List.of() : List.copyOf(places);
        premises = List.copyOf(premises);
    }

    /** As an answer names it. */
    public String reference() {
        return name + "@" + version;
    }

    /** The area that is meant, where no places are named. */
    public Optional<Area> around() {
        return Optional.ofNullable(area);
    }

    /** Sizes of area, smallest first. */
    @Schema(name = "Area")
    public enum Area {
        DISTRICT,
        COMBINED_AUTHORITY,
        REGION,
        COUNTRY
    }

    /**
     * Places that are local to some anchors.
     *
     * @param of GSS code of the place in which their home place lies, or which it is; absent for every anchor
     * @param places GSS codes; what lies within them is local too
     * @param validFrom first day of payment for which they are, absent for always before
     * @param validUntil first day for which they are no longer, absent for still
     */
    @Schema(name = "PlaceSet")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlaceSet(String of, List<String> places, LocalDate validFrom, LocalDate validUntil) {

        public PlaceSet {
            places = places == null ? List.of() : List.copyOf(places);
        }
    }
}
