package anchorage.registry.candidate;

import anchorage.registry.name.OrgId;
import anchorage.registry.place.Postcode;
import java.util.List;
import java.util.Optional;

/**
 * Whom somebody looks for.
 *
 * @param name as it is written
 * @param identifiers as {@code scheme:value}, well-formed
 * @param postcode compact, or empty
 * @param cutAt the length at which the feed cuts names off, or 0 where it does not
 */
public record Sought(String name, List<String> identifiers, String postcode, int cutAt) {

    public Sought {
        identifiers = List.copyOf(identifiers);
    }

    /** Somebody of this name, of whom nothing else is known. */
    public static Sought named(String name) {
        return new Sought(name, List.of(), "", 0);
    }

    /** Somebody as another system wrote them; identifiers and postcodes that cannot be any are left out. */
    public static Sought of(String name, List<String> identifiers, String postcode) {
        return new Sought(
                name == null ? "" : name.strip(),
                identifiers == null
                        ? List.of()
                        : identifiers.stream()
                                .map(OrgId::of)
                                .flatMap(Optional::stream)
                                .distinct()
                                .toList(),
                postcode == null
                        ? ""
                        : Postcode.of(postcode).map(Postcode::compact).orElse(""),
                0);
    }

    /** The same, in a feed that cuts names off at this length. */
    public Sought cutAt(int length) {
        return new Sought(name, identifiers, postcode, length);
    }

    /** Whether the name is as long as its feed lets names be, so that its end may be missing. */
    public boolean isCutOff() {
        return cutAt > 0 && name.length() >= cutAt;
    }
}
