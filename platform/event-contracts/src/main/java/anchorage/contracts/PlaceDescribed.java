package anchorage.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A place, and the larger places it lies in.
 *
 * @param code GSS code
 * @param kind DISTRICT, COMBINED_AUTHORITY, REGION or COUNTRY
 * @param within GSS codes of every larger place it is part of
 */
public record PlaceDescribed(String code, String name, String kind, List<String> within, Instant at) {

    public PlaceDescribed {
        within = List.copyOf(within);
    }
}
