package anchorage.registry.identification.web;

import anchorage.registry.name.NameKey;
import anchorage.registry.name.OrgId;
import anchorage.registry.place.Postcode;
import anchorage.registry.supplier.SupplierFact;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A supplier as a steward describes it who makes one. */
record DescribedSupplier(
        @Schema(examples = "Goyt Mill Allotments") @NotBlank String name,

        @Schema(description = "As scheme:value", examples = "[\"GB-CHC:1074622\"]")
        List<String> identifiers,

        @Schema(description = "Of its registered office, or where it trades", examples = "M1 1AD")
        String postcode,

        @Schema(description = "Class of ownership", examples = "CHARITY")
        String ownership) {

    DescribedSupplier {
        identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
    }

    /** What it says, as facts. */
    List<SupplierFact> facts() {
        if (NameKey.of(name).isEmpty()) {
            throw new BadRequestException("The name has no letter or digit.");
        }
        var facts = new ArrayList<SupplierFact>();
        facts.add(SupplierFact.name(name.strip()));
        for (var identifier : identifiers) {
            facts.add(SupplierFact.identifier(OrgId.of(identifier)
                    .orElseThrow(() -> new BadRequestException("'" + identifier
                            + "' cannot be an identifier. Write scheme:value, such as GB-COH:00226143."))));
        }
        if (postcode != null && !postcode.isBlank()) {
            var known = Postcode.of(postcode)
                    .orElseThrow(() -> new BadRequestException("'" + postcode + "' has not the form of a postcode."));
            facts.add(SupplierFact.registeredOffice(known.compact(), known.toString()));
        }
        if (ownership != null && !ownership.isBlank()) {
            facts.add(SupplierFact.ownership(ownership.toUpperCase(Locale.ROOT).replace(' ', '_')));
        }
        return facts;
    }
}
