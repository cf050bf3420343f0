package anchorage.registry.supplier.web;

import anchorage.registry.supplier.SupplierChange;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is now so of a supplier that changed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SupplierChange")
record SupplierChangeView(
        @Schema(
                description =
                        "CHANGED: it is as supplier says. MERGED: it is the same organisation as the one of into. "
                                + "WITHHELD: it was found to be a natural person; delete it from your copy")
        SupplierChange.Outcome change,

        UUID id,

        @Schema(description = "Of one that is MERGED the supplier that its id leads to")
        UUID into,

        @Schema(description = "Of one that is CHANGED what is known of it now")
        SupplierView supplier) {

    static SupplierChangeView of(SupplierChange change) {
        return new SupplierChangeView(
                change.outcome(),
                change.id(),
                change.into().orElse(null),
                change.supplier().map(SupplierView::of).orElse(null));
    }
}
