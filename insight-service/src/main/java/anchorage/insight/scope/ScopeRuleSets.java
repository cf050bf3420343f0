package anchorage.insight.scope;

import anchorage.insight.knowledge.Engine;
import anchorage.insight.knowledge.RuleVersions;
import anchorage.insight.knowledge.RuleVersions.Kind;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All scope rule sets. */
@ApplicationScoped
public class ScopeRuleSets {

    private static final String STANDARD = "english-public-bodies";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final RuleVersions versions;
    private final Engine engine;
    private final List<ScopeRules> shipped;

    ScopeRuleSets(RuleVersions versions, Engine engine, ObjectMapper json) {
        this.versions = versions;
        this.engine = engine;
        this.shipped = List.of(shipped(json));
    }

    /** The set that the service comes with. */
    static ScopeRules shipped(ObjectMapper json) {
        try (var rules = ScopeRuleSets.class.getResourceAsStream("english-public-bodies-1.json")) {
            return json.readValue(rules, ScopeRules.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException("the shipped scope rules cannot be read", damaged);
        }
    }

    /** All sets in all versions that were known at the moment; of a name, the earlier first. */
    public List<ScopeRules> asOf(Instant moment) {
        return Stream.concat(
                        shipped.stream(),
                        versions.all(Kind.SCOPE_RULES, ScopeRules.class).stream()
                                .filter(version -> !version.knownFrom().isAfter(moment))
                                .map(RuleVersions.Version::rule))
                .toList();
    }

    /** The latest version, as of the moment, of the set that is used unless another is asked for. */
    public ScopeRules standard(Instant moment) {
        return named(STANDARD, moment);
    }

    /** The set of that name, or of that name and version, as {@code name} or {@code name@1}. */
    public ScopeRules named(String asked, Instant moment) {
        return asOf(moment).stream()
                .filter(rules -> asked.equals(rules.name()) || asked.equals(rules.reference()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new UnknownScopeRules(asked));
    }

    /**
     * Makes a further version of a set, or the first of a new one.
     *
     * @param made what it is to be; its version is given to it
     * @throws UnusableScopeRules if it could not judge a line
     */
    public ScopeRules make(ScopeRules made, String by) {
        mustBeUsable(made);
        var known = (int) shipped.stream()
                .filter(rules -> rules.name().equals(made.name()))
                .count();
        return versions.add(
                Kind.SCOPE_RULES,
                made.name(),
                known,
                by,
                version -> new ScopeRules(made.name(), version, made.description(), made.rules()));
    }

    private void mustBeUsable(ScopeRules made) {
        must(made.name() != null && NAME.matcher(made.name()).matches(), "Its name is of a-z, 0-9 and hyphens.");
        must(made.description() != null && !made.description().isBlank(), "It has a description.");
        var ids = new HashSet<String>();
        for (var rule : made.rules()) {
            must(
                    rule.id() != null && NAME.matcher(rule.id()).matches() && ids.add(rule.id()),
                    "Each rule has an id of a-z, 0-9 and hyphens of its own.");
            must(
                    rule.scope() != null && rule.field() != null && rule.why() != null && rule.pattern() != null,
                    "Rule '" + rule.id() + "' has a scope, a field, a pattern, and says why.");
            must(isPattern(rule.pattern()), "The pattern of rule '" + rule.id() + "' is no RE2 expression.");
        }
    }

    private boolean isPattern(String pattern) {
        try (var connection = engine.connect();
                var statement = connection.prepareStatement("SELECT regexp_matches('', ?)")) {
            statement.setString(1, pattern);
            statement.executeQuery().close();
            return true;
        } catch (SQLException unreadable) {
            return false;
        }
    }

    private static void must(boolean holds, String rule) {
        if (!holds) {
            throw new UnusableScopeRules(rule);
        }
    }
}
