package anchorage.ingest.delivery.web;

import anchorage.kit.problem.ProblemType;
import java.net.URI;

/** The kinds of refusal for want of room, by the names of draft-ietf-httpapi-ratelimit-headers. */
enum BacklogProblem implements ProblemType {
    QUOTA_EXCEEDED("quota-exceeded", 429, "More is asked for than is granted"),
    TEMPORARY_REDUCED_CAPACITY("temporary-reduced-capacity", 503, "No more can be taken for the moment");

    private final String slug;
    private final int status;
    private final String title;

    BacklogProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public URI uri() {
        return URI.create("https://iana.org/assignments/http-problem-types#" + slug);
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
