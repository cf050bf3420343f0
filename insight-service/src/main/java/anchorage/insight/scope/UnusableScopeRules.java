package anchorage.insight.scope;

/** A set of rules that is to be made could not judge a line. */
public class UnusableScopeRules extends RuntimeException {

    UnusableScopeRules(String rule) {
        super("The scope rules cannot be used. " + rule);
    }
}
