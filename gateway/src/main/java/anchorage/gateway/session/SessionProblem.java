package anchorage.gateway.session;

import anchorage.kit.problem.ProblemType;

/** What can be wrong with a request that comes with a session. */
public enum SessionProblem implements ProblemType {
    CROSS_SITE_REQUEST("cross-site-request", 403, "The request does not come from a page of this site"),
    NO_IDENTITY_PROVIDER("identity-provider-unreachable", 503, "Tokens cannot be checked");

    private final Kind kind;

    SessionProblem(String slug, int status, String title) {
        this.kind = new Kind(slug, status, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
