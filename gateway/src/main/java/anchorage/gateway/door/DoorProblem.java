package anchorage.gateway.door;

import anchorage.kit.problem.ProblemType;

/** Failures that only the gateway has. */
enum DoorProblem implements ProblemType {
    ANSWER_LOST("answer-lost", 502, "No answer came from a service behind the gateway"),
    SERVICE_UNREACHABLE("service-unreachable", 503, "A service behind the gateway cannot be reached");

    private final Kind kind;

    DoorProblem(String slug, int status, String title) {
        this.kind = new Kind(slug, status, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
