package anchorage.insight.metric.web;

import anchorage.insight.knowledge.Knowledge;
import anchorage.insight.ledger.Ledger;
import anchorage.insight.localdefinition.LocalDefinition;
import anchorage.insight.localdefinition.LocalDefinitions;
import anchorage.insight.metric.Audience;
import anchorage.insight.metric.BadQuestion;
import anchorage.insight.metric.Days;
import anchorage.insight.metric.Dimension;
import anchorage.insight.metric.Moments;
import anchorage.insight.metric.Question;
import anchorage.insight.metric.Question.Whose;
import anchorage.insight.scope.Scope;
import anchorage.insight.scope.ScopeRuleSets;
import anchorage.kit.security.Caller;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Understands what a caller asks, and keeps a caller who is bound to one anchor to that anchor. */
@ApplicationScoped
public class Questions {

    private static final String DEMONSTRATION = "demo-";
    /** Where integrators try what can become of a push: in no figure but one that names it. */
    private static final String SANDBOX = "demo-sandbox";

    private static final String STANDARD_DEFINITION = "district";

    private final Knowledge knowledge;
    private final Ledger ledger;
    private final LocalDefinitions definitions;
    private final ScopeRuleSets scopeRules;
    private final Caller caller;

    Questions(
            Knowledge knowledge, Ledger ledger, LocalDefinitions definitions, ScopeRuleSets scopeRules, Caller caller) {
        this.knowledge = knowledge;
        this.ledger = ledger;
        this.definitions = definitions;
        this.scopeRules = scopeRules;
        this.caller = caller;
    }

    /**
     * The question that the parameters ask.
     *
     * @param scope the scope that is meant where none is named, or empty for all
     */
    public Question of(QuestionParameters parameters, Optional<Scope> scope) {
        return of(parameters, scope, asOf(parameters.asOf()));
    }

    /** The question that the parameters ask, with the knowledge of a moment whatever they say of that. */
    public Question of(QuestionParameters parameters, Optional<Scope> scope, Instant asOf) {
        var anchors = anchors(parameters.anchor(), asOf);
        caller.isAbout(anchors);
        return new Question(
                anchors,
                parameters.period() == null
                        ? Days.asked(parameters.from(), parameters.to())
                        : Days.of(parameters.period()),
                definition(parameters.local(), asOf),
                parameters.rules() == null ? scopeRules.standard(asOf) : scopeRules.named(parameters.rules(), asOf),
                scope(parameters.scope(), scope),
                Optional.ofNullable(parameters.verdict()),
                where(parameters),
                Optional.ofNullable(parameters.supplier()),
                top(parameters.top()),
                whose(parameters.basis()),
                Moments.all(asOf));
    }

    /** For whom the answer is. */
    public Audience audience() {
        return new Audience(caller.anchor(), caller.seesAllAnchors());
    }

    /** The local definition of that name as of the moment; the standard one where none is named. */
    public LocalDefinition definition(String asked, Instant asOf) {
        return definitions.named(asked == null ? STANDARD_DEFINITION : asked, asOf);
    }

    /**
     * The question about all anchors whose figures help to answer it, though the caller may be bound to one: an answer to
     * it goes through disclosure control.
     */
    public Question acrossAnchors(QuestionParameters parameters, Optional<Scope> scope) {
        var own = of(parameters, scope);
        if (caller.seesAllAnchors()) {
            return own;
        }
        var isDemonstration = own.anchors().get(0).startsWith(DEMONSTRATION);
        var region = new TreeSet<>(known(own.asOf()).stream()
                .filter(anchor -> anchor.startsWith(DEMONSTRATION) == isDemonstration)
                .toList());
        region.addAll(own.anchors());
        return own.about(List.copyOf(region));
    }

    /** The moment that is asked for, or the last at which anything changed. */
    public Instant asOf(String asked) {
        return knowledge.asOf(Optional.ofNullable(asked).map(Questions::moment));
    }

    private static Map<Dimension, String> where(QuestionParameters parameters) {
        var where = new EnumMap<Dimension, String>(Dimension.class);
        put(where, Dimension.CATEGORY, parameters.category());
        put(where, Dimension.OWNERSHIP, parameters.ownership());
        put(where, Dimension.SIZE, parameters.size());
        put(where, Dimension.DECILE, parameters.decile());
        put(where, Dimension.PLACE, parameters.place());
        put(where, Dimension.WARD, parameters.ward());
        return where;
    }

    private static void put(Map<Dimension, String> where, Dimension dimension, String value) {
        if (value != null) {
            where.put(dimension, value);
        }
    }

    private static Whose whose(String asked) {
        return Arrays.stream(Whose.values())
                .filter(whose -> asked == null || whose.name().equalsIgnoreCase(asked))
                .findFirst()
                .orElseThrow(() -> new BadQuestion("There is no basis '" + asked + "'. Known are premises and owner."));
    }

    private static Optional<Integer> top(Integer asked) {
        if (asked != null && asked < 1) {
            throw new BadQuestion("'top' is a number of suppliers: 1 or more.");
        }
        return Optional.ofNullable(asked);
    }

    private List<String> anchors(List<String> asked, Instant asOf) {
        if (!caller.seesAllAnchors()) {
            var own = caller.anchor().orElseThrow(() -> new ForbiddenException("The token is not bound to an anchor."));
            for (var anchor : asked == null ? List.<String>of() : asked) {
                caller.mustSee(anchor);
            }
            return List.of(own);
        }
        var known = known(asOf);
        if (asked == null || asked.isEmpty()) {
            var real = known.stream()
                    .filter(anchor -> !anchor.startsWith(DEMONSTRATION))
                    .toList();
            return real.isEmpty() ? known : real;
        }
        var anchors = new TreeSet<String>();
        for (var anchor : asked) {
            var beginning = anchor.replaceFirst("\\*$", "");
            var meant = anchor.equals(beginning)
                    ? List.of(anchor)
                    : known.stream().filter(each -> each.startsWith(beginning)).toList();
            // Who is nobody stays in the question, or its links would open the lines of everybody.
            anchors.addAll(meant.isEmpty() ? List.of(anchor) : meant);
        }
        return List.copyOf(anchors);
    }

    /** The anchors that are meant where none is named in full. */
    private List<String> known(Instant asOf) {
        return ledger.anchorsAsOf(asOf).stream()
                .filter(anchor -> !anchor.startsWith(SANDBOX))
                .toList();
    }

    private static Optional<Scope> scope(String asked, Optional<Scope> standard) {
        if (asked == null) {
            return standard;
        }
        if (asked.equals(QuestionParameters.ALL)) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Scope.values())
                .filter(scope -> scope.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> new BadQuestion("There is no scope '" + asked + "'. Known are ALL, "
                        + Arrays.toString(Scope.values()).replaceAll("[\\[\\]]", "") + ".")));
    }

    private static Instant moment(String asked) {
        try {
            return Instant.parse(asked);
        } catch (DateTimeException unreadable) {
            throw new BadQuestion("asOf '" + asked + "' is no moment. Write it as 2026-04-12T09:30:00Z.");
        }
    }
}
