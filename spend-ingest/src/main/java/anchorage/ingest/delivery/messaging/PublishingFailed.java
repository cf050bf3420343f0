package anchorage.ingest.delivery.messaging;

/** Kafka did not take a part of an attempt, so the attempt is void. */
class PublishingFailed extends RuntimeException {

    PublishingFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
