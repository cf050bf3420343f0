package anchorage.ingest.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a webhook is told once of one event, sent as often as it takes.
 *
 * @param number its place in the order in which notices were made
 * @param body the very text that is signed and sent
 * @param failures since it was made, or asked for again
 * @param nextAt when it is sent next, if it waits
 */
public record Notice(
        long number,
        UUID id,
        Event event,
        String body,
        Instant madeAt,
        State state,
        int failures,
        Optional<Instant> nextAt,
        Optional<Instant> sentAt) {

    /** Where a notice stands. */
    public enum State {
        /** To be sent, or sent again. */
        WAITING,
        /** Taken with a status of 200 to 299. */
        SENT,
        /** Tried for days in vain; it can be asked for again. */
        GIVEN_UP
    }

    /**
     * One try at sending it.
     *
     * @param status that came back, or empty where none did
     * @param failure why none came
     * @param answer the first characters that came back
     */
    public record Sending(
            Instant at, int millis, Optional<Integer> status, Optional<String> failure, Optional<String> answer) {

        boolean wentWell() {
            return status.filter(code -> code >= 200 && code < 300).isPresent();
        }
    }

    /** A notice with all tries at sending it, the earliest first. */
    public record Told(Notice notice, List<Sending> sendings) {}
}
