package anchorage.kit.page;

import anchorage.kit.problem.ProblemType;

/** Why a list does not go on. */
enum CursorProblem implements ProblemType {
    UNUSABLE("unusable-cursor", 400, "The cursor is not of this list"),
    EXPIRED("expired-cursor", 410, "The cursor has expired");

    private final Kind kind;

    CursorProblem(String slug, int status, String title) {
        this.kind = new Kind(slug, status, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
