package anchorage.ingest.upload.web;

import anchorage.kit.problem.ProblemType;
import java.net.URI;

/** The kinds of failure that draft-ietf-httpbis-resumable-upload names, by the names that it registers. */
enum UploadProblem implements ProblemType {
    MISMATCHING_UPLOAD_OFFSET("mismatching-upload-offset", 409, "The part does not begin where the upload ends"),
    INCONSISTENT_UPLOAD_LENGTH("inconsistent-upload-length", 400, "The upload's length is not what was said of it"),
    COMPLETED_UPLOAD("completed-upload", 400, "The upload is complete already");

    private final String slug;
    private final int status;
    private final String title;

    UploadProblem(String slug, int status, String title) {
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
