package anchorage.registry.supplier.web;

import anchorage.registry.place.Deprivation;
import anchorage.registry.supplier.Supplier;
import anchorage.registry.supplier.Supplier.RecordedFact;
import anchorage.registry.supplier.SupplierFact;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A supplier as the public API shows it: every fact with its dates, its source and its evidence. */
public record SupplierView(
        UUID id,
        String name,
        boolean provisional,
        List<FactView> names,
        List<FactView> identifiers,
        List<FactView> premises,
        List<FactView> ownership,
        List<FactView> sizes,
        List<FactView> sectors,
        List<FactView> parents,
        List<FactView> statuses) {

    /** A fact. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FactView(
            @Schema(description = "By which a split names it")
            long id,

            @Schema(description = "The supplier it was recorded of, where that was merged into this one")
            UUID of,

            String value,
            String role,
            String postcode,
            String district,

            @Schema(description = "How deprived the neighbourhood of premises is, by the latest edition that ranks it")
            Deprivation deprivation,

            LocalDate validFrom,
            LocalDate validUntil,
            Instant recordedAt,
            Instant retiredAt,
            String source,
            String evidence,
            String recordedBy) {

        static FactView of(UUID supplier, RecordedFact recorded) {
            var fact = recorded.fact();
            return new FactView(
                    recorded.id(),
                    recorded.of().equals(supplier) ? null : recorded.of(),
                    fact.value(),
                    fact.role(),
                    fact.kind() == SupplierFact.Kind.PREMISES ? fact.key() : null,
                    recorded.district(),
                    recorded.deprivation(),
                    fact.validFrom(),
                    fact.validUntil(),
                    recorded.recordedAt(),
                    recorded.retiredAt(),
                    recorded.source(),
                    fact.evidence(),
                    recorded.recordedBy());
        }
    }

    /** A supplier as the public API shows it. */
    public static SupplierView of(Supplier supplier) {
        return new SupplierView(
                supplier.id(),
                supplier.name(),
                supplier.provisional(),
                facts(supplier, SupplierFact.Kind.NAME),
                facts(supplier, SupplierFact.Kind.IDENTIFIER),
                facts(supplier, SupplierFact.Kind.PREMISES),
                facts(supplier, SupplierFact.Kind.OWNERSHIP),
                facts(supplier, SupplierFact.Kind.SIZE),
                facts(supplier, SupplierFact.Kind.SECTOR),
                facts(supplier, SupplierFact.Kind.PARENT),
                facts(supplier, SupplierFact.Kind.STATUS));
    }

    private static List<FactView> facts(Supplier supplier, SupplierFact.Kind kind) {
        return supplier.facts(kind).stream()
                .map(fact -> FactView.of(supplier.id(), fact))
                .toList();
    }
}
