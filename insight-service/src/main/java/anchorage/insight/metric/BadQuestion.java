package anchorage.insight.metric;

/** A question that has no answer; the message says what to ask instead. */
public class BadQuestion extends RuntimeException {

    public BadQuestion(String message) {
        super(message);
    }
}
