package anchorage.idempotency;

import anchorage.kit.problem.ProblemType;

/** Why a request with a key is not done. */
enum IdempotencyProblem implements ProblemType {
    UNREADABLE_KEY("unreadable-idempotency-key", 400, "The Idempotency-Key is none"),
    REQUEST_UNDERWAY("request-underway", 409, "The first request with this key is still underway"),
    KEY_USED_OTHERWISE("idempotency-key-used-otherwise", 422, "This key came with another request before");

    private final String slug;
    private final int status;
    private final String title;

    IdempotencyProblem(String slug, int status, String title) {
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
