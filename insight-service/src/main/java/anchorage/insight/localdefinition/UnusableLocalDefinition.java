package anchorage.insight.localdefinition;

/** A definition that is to be made could not judge a line. */
public class UnusableLocalDefinition extends RuntimeException {

    UnusableLocalDefinition(String rule) {
        super("The definition cannot be used. " + rule);
    }
}
