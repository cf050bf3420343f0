package anchorage.registry.identification.web;

import anchorage.registry.name.NameKey;
import anchorage.registry.name.OrgId;
import anchorage.registry.place.Postcode;
import anchorage.registry.supplier.SupplierFact;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BadRequestException;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fact as a steward states it. */
record StatedFact(
        @NotNull SupplierFact.Kind kind,

        @Schema(
                description = "The name, the identifier as scheme:value, the address, the class, the code; of a parent "
                        + "its identifier or name",
                examples = "CO_OPERATIVE")
        @NotBlank
        String value,

        @Schema(
                description = "Of a name CURRENT, PREVIOUS or TRADING; of premises REGISTERED_OFFICE, TRADING, BRANCH "
                        + "or INVOICE; of a parent DIRECT or ULTIMATE")
        String role,

        @Schema(description = "Of premises", examples = "M1 1AD")
        String postcode,

        @Schema(description = "First day on which it was true; always before unless said")
        LocalDate validFrom,

        @Schema(description = "First day on which it was no longer true; still unless said")
        LocalDate validUntil,

        @Schema(description = "What it rests on", examples = "Annual return of 2024, page 3") @NotBlank
        String evidence) {

    /** The fact, or why it cannot be one. */
    SupplierFact fact() {
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            throw new BadRequestException("validFrom is not before validUntil, so it was never true.");
        }
        var text = value.strip();
        return switch (kind) {
            case NAME -> with(NameKey.of(text), text, role == null ? "CURRENT" : role);
            case IDENTIFIER -> {
                var identifier = OrgId.of(text)
                        .orElseThrow(() -> new BadRequestException("'" + text
                                + "' cannot be an identifier. Write scheme:value, such as GB-COH:00226143."));
                yield with(identifier, identifier, null);
            }
            case PREMISES ->
                with(
                        Postcode.of(postcode == null ? text : postcode)
                                .or(() -> Postcode.lastIn(text))
                                .orElseThrow(() -> new BadRequestException("Premises need a postcode."))
                                .compact(),
                        text,
                        role == null ? "TRADING" : role);
            case PARENT -> with(OrgId.of(text).orElse(NameKey.of(text)), text, role == null ? "DIRECT" : role);
            case OWNERSHIP, SIZE, STATUS -> {
                var code = text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
                yield with(code, code, role);
            }
            case SECTOR -> with(text, text, role);
        };
    }

    private SupplierFact with(String key, String text, String itsRole) {
        return new SupplierFact(kind, key, text, itsRole, validFrom, validUntil, evidence);
    }
}
