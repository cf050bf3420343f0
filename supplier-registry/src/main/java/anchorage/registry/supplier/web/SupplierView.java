package anchorage.registry.supplier.web;

import anchorage.registry.supplier.Supplier;
import anchorage.registry.supplier.Supplier.RecordedFact;
import anchorage.registry.supplier.SupplierFact;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A supplier as the public API shows it: every fact with its dates and its source. */
record SupplierView(
        UUID id,
        String name,
        boolean provisional,
        List<FactView> names,
        List<FactView> identifiers,
        List<FactView> premises,
        List<FactView> ownership) {

    /** A fact. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FactView(
            String value,
            String role,
            String postcode,
            String district,
            LocalDate validFrom,
            LocalDate validUntil,
            Instant recordedAt,
            String source) {

        static FactView of(RecordedFact recorded) {
            var fact = recorded.fact();
            return new FactView(
                    fact.value(),
                    fact.role(),
                    fact.kind() == SupplierFact.Kind.PREMISES ? fact.key() : null,
                    recorded.district(),
                    fact.validFrom(),
                    fact.validUntil(),
                    recorded.recordedAt(),
                    recorded.source());
        }
    }

    static SupplierView of(Supplier supplier) {
        return new SupplierView(
                supplier.id(),
                supplier.name(),
                supplier.provisional(),
                facts(supplier, SupplierFact.Kind.NAME),
                facts(supplier, SupplierFact.Kind.IDENTIFIER),
                facts(supplier, SupplierFact.Kind.PREMISES),
                facts(supplier, SupplierFact.Kind.OWNERSHIP));
    }

    private static List<FactView> facts(Supplier supplier, SupplierFact.Kind kind) {
        return supplier.facts(kind).stream().map(FactView::of).toList();
    }
}
