package anchorage.insight.scope;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** All scope rule sets. */
@ApplicationScoped
public class ScopeRuleSets {

    private final List<ScopeRules> shipped;

    ScopeRuleSets(ObjectMapper json) {
        try (var rules = getClass().getResourceAsStream("english-public-bodies-1.json")) {
            shipped = List.of(json.readValue(rules, ScopeRules.class));
        } catch (IOException damaged) {
            throw new UncheckedIOException("the shipped scope rules cannot be read", damaged);
        }
    }

    /** All sets in all versions. */
    public List<ScopeRules> all() {
        return shipped;
    }

    /** The latest version of the set that is used unless another is asked for. */
    public ScopeRules standard() {
        return shipped.get(shipped.size() - 1);
    }

    /** The set of that name, or of that name and version, as {@code name} or {@code name@1}. */
    public ScopeRules named(String asked) {
        return shipped.stream()
                .filter(rules -> asked.equals(rules.name()) || asked.equals(rules.reference()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new UnknownScopeRules(asked));
    }
}
