package anchorage.gateway.door;

import anchorage.kit.problem.ProblemType;

/** Failures that only the gateway has. */
enum DoorProblem implements ProblemType {
    SERVICE_UNREACHABLE("service-unreachable", 502, "A service behind the gateway does not answer");

    private final Kind kind;

    DoorProblem(String slug, int status, String title) {
        this.kind = new Kind(slug, status, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
