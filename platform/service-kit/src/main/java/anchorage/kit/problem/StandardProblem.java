package anchorage.kit.problem;

/** Failures that any operation can have. */
public enum StandardProblem implements ProblemType {
    BAD_REQUEST("bad-request", 400, "The request could not be understood"),
    INVALID("invalid", 400, "The request breaks a rule"),
    NOT_AUTHENTICATED("not-authenticated", 401, "A valid access token is needed"),
    FORBIDDEN("forbidden", 403, "This token may not do that"),
    NOT_FOUND("not-found", 404, "There is nothing here"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This resource does not know that method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No such representation"),
    CONFLICT("conflict", 409, "The request does not fit the present state"),
    PRECONDITION_FAILED("precondition-failed", 412, "What the request takes for given is not so"),
    TOO_LARGE("too-large", 413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "This media type is not read here"),
    QUOTA_EXCEEDED(Kind.registered("quota-exceeded", 429, "More is asked for than is granted")),
    INTERNAL("internal", 500, "Something went wrong on our side"),
    /** This and the quota by draft-ietf-httpapi-ratelimit-headers. */
    TEMPORARY_REDUCED_CAPACITY(
            Kind.registered("temporary-reduced-capacity", 503, "No more can be taken for the moment"));

    private final Kind kind;

    StandardProblem(String slug, int status, String title) {
        this(new Kind(slug, status, title));
    }

    StandardProblem(Kind kind) {
        this.kind = kind;
    }

    /** The standard problem for a status that no more specific problem explains. */
    public static ProblemType of(int status) {
        for (var type : values()) {
            if (type.status() == status && type != INVALID) {
                return type;
            }
        }
        return status >= 500 ? INTERNAL : BAD_REQUEST;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
