package anchorage.insight.metric;

import java.time.Duration;

/** A question that would take more than it may; the message says how to ask for less. */
public class QuestionTooWide extends RuntimeException {

    private QuestionTooWide(String message) {
        super(message);
    }

    static QuestionTooWide wide(int rows) {
        return new QuestionTooWide(
                "The answer would have more than " + rows + " rows. Break it down by fewer dimensions, "
                        + "or ask about fewer anchors or a shorter period. All lines are at /v1/exports/ledger.");
    }

    static QuestionTooWide slow(Duration longest) {
        return new QuestionTooWide("The answer takes longer than " + longest.toSeconds() + " seconds. Ask about fewer "
                + "anchors or a shorter period, or ask again in a minute: what is judged by then is kept.");
    }

    static QuestionTooWide big() {
        return new QuestionTooWide("The answer needs more memory than the engine may use. Break it down by fewer "
                + "dimensions, or ask about fewer anchors or a shorter period.");
    }
}
