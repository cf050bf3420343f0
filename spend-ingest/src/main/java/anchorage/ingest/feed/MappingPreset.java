package anchorage.ingest.feed;

import anchorage.ingest.feed.Feed.VatBasis;
import anchorage.ingest.reading.ColumnMapping;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How files of a published schema are laid out.
 *
 * @param toldBy the columns by which a header shows that it follows the schema
 */
public record MappingPreset(
        @Schema(examples = "lga-spend") String id,
        String title,

        @Schema(description = "Who publishes the schema") String source,

        @Schema(description = "What the schema's amounts include")
        VatBasis vatBasis,

        @Schema(description = "A header with all of these columns follows the schema")
        List<String> toldBy,

        ColumnMapping mapping) {

    public MappingPreset {
        toldBy = List.copyOf(toldBy);
    }

    /** Whether a header follows it, however its words are joined and capitalised. */
    boolean isFollowedBy(List<String> header) {
        var columns = plain(header);
        return columns.containsAll(plain(toldBy));
    }

    private static Set<String> plain(List<String> names) {
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                .collect(Collectors.toSet());
    }
}
