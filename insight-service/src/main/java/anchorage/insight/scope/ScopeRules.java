package anchorage.insight.scope;

import java.util.List;

/**
 * A set of rules. They are tried in order and the first that matches decides; what none matches is PROCUREMENT.
 *
 * @param name of the set
 * @param version of it; a set is never changed, a better one is a new version
 */
public record ScopeRules(String name, int version, String description, List<ScopeRule> rules) {

    public ScopeRules {
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /** As an answer names it. */
    public String reference() {
        return name + "@" + version;
    }
}
