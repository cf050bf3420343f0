package anchorage.registry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something a steward would want to know.
 *
 * @param supplier whom it is about, or absent where it is about an identifier
 * @param identifier what it is about, or absent
 * @param since the day from which it is so, where that is known
 * @param sentence what is so, for a person
 * @param value pounds paid to the supplier in deliveries the registry has heard of, as a decimal string
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Alert(
        Kind kind, UUID supplier, String name, String identifier, LocalDate since, String sentence, String value) {

    /** Kinds of alert. */
    public enum Kind {
        /** A charity, society, community interest company or its like is owned otherwise now. */
        SOCIAL_OWNERSHIP_CHANGED,
        /** A charity, society, community interest company or its like has a new owner. */
        SOCIAL_PARENT_NEW,
        /** An organisation that is not active any more is paid. */
        INACTIVE_PAID,
        /** One VAT number is written with several names. */
        VAT_NUMBER_SHARED,
        /** Two suppliers have one official identifier, and may be one. */
        IDENTIFIER_SHARED
    }
}
