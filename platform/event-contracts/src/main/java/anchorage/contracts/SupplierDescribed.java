package anchorage.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Everything the registry holds to be true of a supplier now, with the dates for which it is true.
 *
 * @param identifiers as {@code scheme:value}
 */
public record SupplierDescribed(
        UUID supplier,
        String name,
        boolean provisional,
        List<String> identifiers,
        List<Premises> premises,
        List<Ownership> ownership,
        Instant at) {

    public SupplierDescribed {
        identifiers = List.copyOf(identifiers);
        premises = List.copyOf(premises);
        ownership = List.copyOf(ownership);
    }

    /**
     * A dated location.
     *
     * @param role REGISTERED_OFFICE, TRADING, BRANCH or INVOICE
     * @param district GSS code of the district the postcode lies in, or null where the postcode is not known
     * @param validFrom first day, or null for always before
     * @param validUntil first day on which it is no longer so, or null for still
     */
    public record Premises(String role, String postcode, String district, LocalDate validFrom, LocalDate validUntil) {}

    /** A dated ownership class, for example CHARITY or PRIVATE_COMPANY. */
    public record Ownership(String ownershipClass, LocalDate validFrom, LocalDate validUntil) {}
}
