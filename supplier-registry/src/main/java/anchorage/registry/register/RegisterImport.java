package anchorage.registry.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The loading of one file of a register.
 *
 * @param source the name under which its facts are kept; a later file of the same source replaces what it stated
 * @param date the day that the file describes, where that is known
 * @param licence under which its publisher gives it
 * @param rowsRead records in the file
 * @param rowsTaken those that are in the registry now
 * @param rowsRefused those that could not be read
 * @param problem why the file as a whole was refused, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisterImport(
        UUID id,
        String kind,
        String source,
        String fileName,
        String sha256,
        LocalDate date,
        String licence,
        State state,
        Instant receivedAt,
        Instant finishedAt,
        long rowsRead,
        long rowsTaken,
        long rowsRefused,
        String problem) {

    /** Where an import stands. */
    public enum State {
        RECEIVED,
        READING,
        DONE,
        REFUSED
    }
}
