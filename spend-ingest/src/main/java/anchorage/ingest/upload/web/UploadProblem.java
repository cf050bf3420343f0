package anchorage.ingest.upload.web;

import anchorage.kit.problem.ProblemType;

/** The kinds of failure that draft-ietf-httpbis-resumable-upload names, by the names that it registers. */
enum UploadProblem implements ProblemType {
    MISMATCHING_UPLOAD_OFFSET("mismatching-upload-offset", 409, "The part does not begin where the upload ends"),
    INCONSISTENT_UPLOAD_LENGTH("inconsistent-upload-length", 400, "The upload's length is not what was said of it"),
    COMPLETED_UPLOAD("completed-upload", 400, "The upload is complete already");

    private final Kind kind;

    UploadProblem(String slug, int status, String title) {
        this.kind = Kind.registered(slug, status, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
