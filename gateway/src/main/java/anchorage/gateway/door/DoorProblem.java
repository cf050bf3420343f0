package anchorage.gateway.door;

import anchorage.kit.problem.ProblemType;

/** Failures that only the gateway has. */
enum DoorProblem implements ProblemType {
    SERVICE_UNREACHABLE("service-unreachable", 502, "A service behind the gateway does not answer"),
    NO_IDENTITY_PROVIDER("identity-provider-unreachable", 503, "Tokens cannot be checked");

    private final String slug;
    private final int status;
    private final String title;

    DoorProblem(String slug, int status, String title) {
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
