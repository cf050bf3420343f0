package anchorage.insight;

import anchorage.kit.problem.ProblemType;

/** Failures that only the insight-service has. */
public enum InsightProblem implements ProblemType {
    UNKNOWN_DEFINITION("unknown-local-definition", 400, "There is no such local definition"),
    UNUSABLE_DEFINITION("unusable-local-definition", 400, "The local definition could not judge a line"),
    UNUSABLE_SCOPE_RULES("unusable-scope-rules", 400, "The scope rules could not judge a line"),
    UNKNOWN_SCOPE_RULES("unknown-scope-rules", 404, "There is no such scope rule set"),
    BAD_QUESTION("bad-question", 400, "The question could not be understood"),
    QUESTION_TOO_WIDE("question-too-wide", 422, "The question asks for too much at once"),
    NOT_YET_KNOWN("not-yet-known", 400, "The moment lies in the future"),
    UNKNOWN_LINE("unknown-line", 404, "There is no such line");

    private final Kind kind;

    InsightProblem(String slug, int status, String title) {
        this.kind = new Kind(slug, status, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
