package anchorage.registry;

import anchorage.kit.problem.ProblemType;

/** Failures that only the supplier-registry has. */
public enum RegistryProblem implements ProblemType {
    UNKNOWN_SUPPLIER("unknown-supplier", 404, "There is no such supplier"),
    UNKNOWN_MENTION("unknown-mention", 404, "There is no such mention, or nothing to undo about it"),
    UNKNOWN_PLACE("unknown-place", 404, "There is no such place"),
    UNKNOWN_POSTCODE("unknown-postcode", 404, "No loaded register of postcodes has it"),
    UNKNOWN_REGISTER("unknown-register", 404, "No register of that kind is read"),
    UNKNOWN_IMPORT("unknown-import", 404, "There is no such import");

    private final Kind kind;

    RegistryProblem(String slug, int status, String title) {
        this.kind = new Kind(slug, status, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
