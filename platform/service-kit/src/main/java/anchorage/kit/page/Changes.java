package anchorage.kit.page;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What has changed since a bookmark, the oldest change first.
 *
 * @param items the changes; none where nothing has changed
 * @param links where to ask next
 */
public record Changes<T>(List<T> items, Onward links) implements Listed<T> {

    public Changes {
        items = List.copyOf(items);
    }

    /** Where to ask next. */
    public record Onward(
            @Schema(
                    description =
                            "Where the changes after these are read, now or whenever there are any: keep it until "
                                    + "these are taken in, and ask there. It is good for as long as the database is the same one")
            String next) {}
}
