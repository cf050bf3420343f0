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
    TOO_LARGE("too-large", 413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "This media type is not read here"),
    INTERNAL("internal", 500, "Something went wrong on our side");

    private final String slug;
    private final int status;
    private final String title;

    StandardProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /** The standard problem for a status that no more specific problem explains. */
    public static ProblemType of(int status) {
        for (var type : values()) {
            if (type.status == status && type != INVALID) {
                return type;
            }
        }
        return status >= 500 ? INTERNAL : BAD_REQUEST;
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
