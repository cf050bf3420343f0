package anchorage.insight.scope;

/** There is no scope rule set of that name and version. */
public class UnknownScopeRules extends RuntimeException {

    UnknownScopeRules(String asked) {
        super("There is no scope rule set '" + asked + "'. GET /v1/scope-rules lists them.");
    }
}
