package anchorage.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Mentions have come into the review queue: a method found whom they could be, and is too unsure to decide.
 *
 * @param id of this very fact, so that it is known when it is heard again
 * @param mentions those that came together, at most some hundred
 */
public record ReviewNeeded(UUID id, List<UUID> mentions, Instant neededAt) {}
