package anchorage.insight.localdefinition;

import anchorage.insight.knowledge.RuleVersions;
import anchorage.insight.knowledge.RuleVersions.Kind;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All local definitions. One is never changed: a better one is a new version beside it. */
@ApplicationScoped
public class LocalDefinitions {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern PLACE = Pattern.compile("[EWSNK]\\d{8}");
    private static final Set<String> ROLES = Set.of("REGISTERED_OFFICE", "TRADING", "BRANCH", "INVOICE");

    private final RuleVersions versions;
    private final List<LocalDefinition> shipped;

    LocalDefinitions(RuleVersions versions, ObjectMapper json) {
        this.versions = versions;
        try (var definitions = LocalDefinitions.class.getResourceAsStream("shipped.json")) {
            this.shipped = json.readValue(definitions, new TypeReference<List<LocalDefinition>>() {});
        } catch (IOException damaged) {
            throw new UncheckedIOException("the shipped local definitions cannot be read", damaged);
        }
    }

    /** All definitions in all versions that were known at the moment; of a name, the earlier first. */
    public List<LocalDefinition> asOf(Instant moment) {
        return Stream.concat(
                        shipped.stream(),
                        versions.all(Kind.LOCAL_DEFINITION, LocalDefinition.class).stream()
                                .filter(version -> !version.knownFrom().isAfter(moment))
                                .map(RuleVersions.Version::rule))
                .toList();
    }

    /** Each definition in the latest version that was known at the moment. */
    public List<LocalDefinition> latest(Instant moment) {
        var latest = new LinkedHashMap<String, LocalDefinition>();
        asOf(moment).forEach(definition -> latest.put(definition.name(), definition));
        return List.copyOf(latest.values());
    }

    /**
     * The definition of that name, or of that name and version, as {@code district} or {@code district@1}.
     *
     * @throws UnknownLocalDefinition if there was none at the moment
     */
    public LocalDefinition named(String asked, Instant moment) {
        return asOf(moment).stream()
                .filter(definition -> asked.equals(definition.name()) || asked.equals(definition.reference()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new UnknownLocalDefinition(
                        asked,
                        latest(moment).stream().map(LocalDefinition::name).toList()));
    }

    /**
     * Makes a further version of a definition, or the first of a new one.
     *
     * @param made what it is to be; its version is given to it
     * @throws UnusableLocalDefinition if it could not judge a line
     */
    public LocalDefinition make(LocalDefinition made, String by) {
        mustBeUsable(made);
        var known = (int) shipped.stream()
                .filter(definition -> definition.name().equals(made.name()))
                .count();
        return versions.add(
                Kind.LOCAL_DEFINITION,
                made.name(),
                known,
                by,
                version -> new LocalDefinition(
                        made.name(),
                        version,
                        made.title(),
                        made.description(),
                        made.area(),
                        made.places(),
                        made.premises()));
    }

    private static void mustBeUsable(LocalDefinition made) {
        must(made.name() != null && NAME.matcher(made.name()).matches(), "Its name is of a-z, 0-9 and hyphens.");
        must(
                made.title() != null
                        && !made.title().isBlank()
                        && made.description() != null
                        && !made.description().isBlank(),
                "It has a title, and a description that says what it means and where it comes from.");
        must(
                made.around().isPresent() == made.places().isEmpty(),
                "It has either an area (DISTRICT, COMBINED_AUTHORITY, REGION or COUNTRY) or places.");
        must(
                !made.premises().isEmpty() && ROLES.containsAll(made.premises()),
                "It names the premises that count: any of REGISTERED_OFFICE, TRADING, BRANCH, INVOICE.");
        for (var set : made.places()) {
            must(
                    !set.places().isEmpty()
                            && Stream.concat(set.places().stream(), Stream.ofNullable(set.of()))
                                    .allMatch(place -> PLACE.matcher(place).matches()),
                    "Its places are GSS codes such as E08000009, at least one in each set.");
        }
    }

    private static void must(boolean holds, String rule) {
        if (!holds) {
            throw new UnusableLocalDefinition(rule);
        }
    }
}
