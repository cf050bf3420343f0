package anchorage.ingest.anchor;

import java.time.Instant;
import java.util.Optional;

/**
 * A new secret of an anchor's publisher.
 *
 * @param formerEndsAt until when the secret before it is good too; empty where that ended at once
 */
public record PublisherSecret(String value, Optional<Instant> formerEndsAt) {}
