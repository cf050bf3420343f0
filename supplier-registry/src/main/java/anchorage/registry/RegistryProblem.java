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

    private final String slug;
    private final int status;
    private final String title;

    RegistryProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
