package anchorage.idempotency;

import anchorage.kit.problem.ProblemType;

/** Why a request with a key is not done. */
enum IdempotencyProblem implements ProblemType {
    UNREADABLE_KEY("unreadable-idempotency-key", 400, "The Idempotency-Key is none"),
    REQUEST_UNDERWAY("request-underway", 409, "The first request with this key is still underway"),
    KEY_USED_OTHERWISE("idempotency-key-used-otherwise", 422, "This key came with another request before");

    private final Kind kind;

    IdempotencyProblem(String slug, int status, String title) {
        this.kind = new Kind(slug, status, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
