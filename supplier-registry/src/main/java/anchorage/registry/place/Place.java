package anchorage.registry.place;

import java.util.List;

/**
 * An area.
 *
 * @param code GSS code
 * @param within GSS codes of the larger areas it lies in
 */
public record Place(String code, String name, Kind kind, List<String> within) {

    public Place {
        within = List.copyOf(within);
    }

    /** Sizes of area, smallest first. */
    public enum Kind {
        DISTRICT,
        COMBINED_AUTHORITY,
        REGION,
        COUNTRY
    }
}
