package anchorage.ingest.anchor;

import anchorage.ingest.KeepableText;
import java.util.List;

/**
 * A large organisation rooted in the place that shares its spend.
 *
 * @param homePlace GSS code of the area it is rooted in
 * @param identifiers official identifiers as {@code scheme:value}, since an anchor can be another's supplier
 */
public record Anchor(
        String id, String name, AnchorKind kind, String homePlace, List<String> identifiers, Sharing sharing) {

    public Anchor {
        name = KeepableText.of(name);
        identifiers = identifiers.stream().map(KeepableText::of).toList();
    }

    /** What other anchors may see of its spending. */
    public enum Sharing {
        OPEN,
        AGGREGATE
    }
}
