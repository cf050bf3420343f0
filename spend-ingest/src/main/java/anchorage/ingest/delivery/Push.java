package anchorage.ingest.delivery;

import anchorage.ingest.delivery.Delivery.ControlTotal;
import java.util.Optional;

/**
 * What a sender says of a file that is to be a delivery.
 *
 * @param fileName null where not said
 * @param digest SHA-256 in base64 that the bytes must have, if said
 * @param relation what it is to an earlier delivery of the feed
 */
public record Push(
        String anchor,
        String feed,
        String fileName,
        Optional<String> digest,
        ControlTotal control,
        Optional<Relation> relation) {}
