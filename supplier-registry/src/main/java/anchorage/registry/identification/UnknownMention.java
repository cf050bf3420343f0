package anchorage.registry.identification;

import java.util.UUID;

/** There is no mention of that id, or nothing about it that could be undone. */
public class UnknownMention extends RuntimeException {

    public UnknownMention(UUID mention) {
        super("No mention " + mention + " was seen.");
    }

    private UnknownMention(String message) {
        super(message);
    }

    static UnknownMention undecided(UUID mention) {
        return new UnknownMention("No steward's decision stands about mention " + mention + ", so none can be undone.");
    }
}
