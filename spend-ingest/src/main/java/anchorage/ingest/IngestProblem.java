package anchorage.ingest;

import anchorage.kit.problem.ProblemType;

/** Failures that only spend-ingest has. */
public enum IngestProblem implements ProblemType {
    UNKNOWN_ANCHOR("unknown-anchor", 404, "There is no such anchor"),
    UNKNOWN_FEED("unknown-feed", 404, "The anchor has no such feed"),
    UNKNOWN_UPLOAD("unknown-upload", 404, "There is no such upload"),
    PART_OVERTAKEN("part-overtaken", 409, "Another request has taken the upload over"),
    UNKNOWN_DELIVERY("unknown-delivery", 404, "There is no such delivery"),
    DELIVERY_NOT_APPLIED(
            "delivery-not-applied", 409, "The delivery does not count, so it cannot be taken back or replaced"),
    UNKNOWN_FIELD("unknown-field", 400, "The mapping names a field that does not exist"),
    INCOMPLETE_MAPPING("incomplete-mapping", 400, "The mapping lacks a needed column"),
    UNREADABLE_FILE("unreadable-file", 422, "The file cannot be read as a ledger"),
    DIGEST_MISMATCH("digest-mismatch", 400, "The bytes that arrived are not the bytes that were sent"),
    EMPTY_DELIVERY("empty-delivery", 400, "The delivery has no bytes"),
    UNKNOWN_WEBHOOK("unknown-webhook", 404, "There is no such webhook"),
    UNKNOWN_NOTICE("unknown-notice", 404, "The webhook has no such notice"),
    UNFIT_ADDRESS("unfit-address", 400, "Notices are not sent to that address"),
    TOO_MANY_WEBHOOKS("too-many-webhooks", 409, "There are as many webhooks as may be"),
    IDENTITY_PROVIDER_FAILED("identity-provider-failed", 503, "The identity provider could not be asked");

    private final Kind kind;

    IngestProblem(String slug, int status, String title) {
        this.kind = new Kind(slug, status, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
