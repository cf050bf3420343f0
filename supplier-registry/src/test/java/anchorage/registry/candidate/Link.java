package anchorage.registry.candidate;

import anchorage.registry.candidate.LabelledNames.Labelled;
import java.util.Optional;
import java.util.UUID;

/**
 * What a method makes of one labelled name.
 *
 * @param supplier whom it finds likeliest, if anybody
 * @param score how sure it is, on a scale of its own
 * @param decided whether it would stand without a person
 */
record Link(Labelled label, Optional<UUID> supplier, double score, boolean decided) {

    boolean isRight() {
        return supplier.isPresent() && supplier.equals(label.truth());
    }
}
