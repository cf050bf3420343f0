package anchorage.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
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
        List<Size> sizes,
        List<Parent> parents,
        Instant at) {

    public SupplierDescribed {
        identifiers = List.copyOf(identifiers);
        premises = List.copyOf(premises);
        ownership = List.copyOf(ownership);
        // Facts that were stated before sizes and parents were have none.
        sizes = sizes == null ? List.of() : List.copyOf(sizes);
        parents = parents == null ? List.of() : List.copyOf(parents);
    }

    /** A supplier of whose size and parents nothing is known. */
    public SupplierDescribed(
            UUID supplier,
            String name,
            boolean provisional,
            List<String> identifiers,
            List<Premises> premises,
            List<Ownership> ownership,
            Instant at) {
        this(supplier, name, provisional, identifiers, premises, ownership, List.of(), List.of(), at);
    }

    /**
     * A dated location.
     *
     * @param role REGISTERED_OFFICE, TRADING, BRANCH or INVOICE
     * @param district GSS code of the district the postcode lies in, or null where the postcode is not known
     * @param validFrom first day, or null for always before
     * @param validUntil first day on which it is no longer so, or null for still
     * @param deprivation how deprived the neighbourhood is, or absent where that is not known
     * @param ward GSS code of the ward the postcode lies in, or absent where that is not known
     */
    public record Premises(
            String role,
            String postcode,
            String district,
            LocalDate validFrom,
            LocalDate validUntil,
            @JsonInclude(JsonInclude.Include.NON_NULL) Deprivation deprivation,
            @JsonInclude(JsonInclude.Include.NON_NULL) String ward) {

        /** A location of whose neighbourhood nothing is known. */
        public Premises(String role, String postcode, String district, LocalDate validFrom, LocalDate validUntil) {
            this(role, postcode, district, validFrom, validUntil, null, null);
        }
    }

    /**
     * Where a neighbourhood (LSOA) stands in the English Indices of Multiple Deprivation.
     *
     * @param release 2019, whose ranks are of the LSOAs of 2011, or 2025, whose ranks are of those of 2021
     * @param rank 1 for the most deprived
     */
    public record Deprivation(String release, int rank) {}

    /** A dated ownership class, for example CHARITY or PRIVATE_COMPANY. */
    public record Ownership(String ownershipClass, LocalDate validFrom, LocalDate validUntil) {}

    /** A dated size: MICRO, SMALL, MEDIUM or LARGE. */
    public record Size(String size, LocalDate validFrom, LocalDate validUntil) {}

    /**
     * A body that controls the supplier, for a time.
     *
     * @param parent its official identifier, as {@code scheme:value}, or null where it is known by name alone
     * @param role DIRECT, or ULTIMATE for the one that none controls
     */
    public record Parent(String parent, String role, LocalDate validFrom, LocalDate validUntil) {}
}
