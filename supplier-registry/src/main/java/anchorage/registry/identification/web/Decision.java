package anchorage.registry.identification.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a steward decides of a mention: one of three things, and why. */
record Decision(
        @Schema(description = "It is this supplier") UUID supplier,

        @Schema(
                description = "It is a supplier that no register has: true for one of the mention's own name, or an "
                        + "object with name, identifiers and postcode",
                implementation = Object.class,
                examples = "{\"name\": \"Goyt Mill Allotments\"}")
        JsonNode newSupplier,

        @Schema(description = "It is never this supplier, whatever the methods find")
        UUID neverMerge,

        @Schema(description = "Why, in words that another steward can check", examples = "The charity's annual return")
        @NotBlank
        String reason) {

    boolean wantsNewSupplier() {
        return newSupplier != null && !newSupplier.isNull() && !(newSupplier.isBoolean() && !newSupplier.asBoolean());
    }

    boolean saysOneThing() {
        int said = (supplier == null ? 0 : 1) + (wantsNewSupplier() ? 1 : 0) + (neverMerge == null ? 0 : 1);
        return said == 1;
    }
}
