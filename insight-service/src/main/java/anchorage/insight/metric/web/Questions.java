package anchorage.insight.metric.web;

import anchorage.insight.knowledge.Knowledge;
import anchorage.insight.ledger.Ledger;
import anchorage.insight.localdefinition.LocalDefinitions;
import anchorage.insight.metric.BadQuestion;
import anchorage.insight.metric.Question;
import anchorage.insight.scope.Scope;
import anchorage.insight.scope.ScopeRuleSets;
import anchorage.kit.security.Caller;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Understands what a caller asks, and keeps a caller who is bound to one anchor to that anchor. */
@ApplicationScoped
public class Questions {

    private static final String DEMONSTRATION = "demo-";

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
        var asOf = knowledge.asOf(Optional.ofNullable(parameters.asOf()).map(Questions::moment));
        var days = Days.of(parameters);
        return new Question(
                anchors(parameters.anchor(), asOf),
                days.from,
                days.to,
                definitions.named(parameters.local() == null ? "district" : parameters.local()),
                parameters.rules() == null ? scopeRules.standard() : scopeRules.named(parameters.rules()),
                scope(parameters.scope(), scope),
                Optional.ofNullable(parameters.verdict()),
                Optional.ofNullable(parameters.category()),
                asOf);
    }

    private List<String> anchors(List<String> asked, Instant asOf) {
        if (!caller.seesAllAnchors()) {
            var own = caller.anchor().orElseThrow(() -> new ForbiddenException("The token is not bound to an anchor."));
            for (var anchor : asked == null ? List.<String>of() : asked) {
                caller.mustSee(anchor);
            }
            return List.of(own);
        }
        var known = ledger.anchorsAsOf(asOf);
        if (asked == null || asked.isEmpty()) {
            var real = known.stream()
                    .filter(anchor -> !anchor.startsWith(DEMONSTRATION))
                    .toList();
            return real.isEmpty() ? known : real;
        }
        var anchors = new TreeSet<String>();
        for (var anchor : asked) {
            if (anchor.endsWith("*")) {
                var beginning = anchor.substring(0, anchor.length() - 1);
                known.stream().filter(each -> each.startsWith(beginning)).forEach(anchors::add);
            } else {
                anchors.add(anchor);
            }
        }
        return List.copyOf(anchors);
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

    /** The days a question is about. */
    private record Days(Optional<LocalDate> from, Optional<LocalDate> to) {

        static Days of(QuestionParameters parameters) {
            if (parameters.period() != null) {
                return ofPeriod(parameters.period());
            }
            var days = new Days(
                    Optional.ofNullable(parameters.from()).map(Days::day),
                    Optional.ofNullable(parameters.to()).map(Days::day));
            if (days.from.isPresent() && days.to.isPresent() && days.to.get().isBefore(days.from.get())) {
                throw new BadQuestion("'to' lies before 'from'.");
            }
            return days;
        }

        private static Days ofPeriod(String period) {
            if (period.matches("\\d{4}")) {
                int year = Integer.parseInt(period);
                return between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            }
            if (period.matches("\\d{4}-\\d{2}")) {
                int year = Integer.parseInt(period.substring(0, 4));
                int rest = Integer.parseInt(period.substring(5));
                if (rest >= 1 && rest <= 12) {
                    var month = YearMonth.of(year, rest);
                    return between(month.atDay(1), month.atEndOfMonth());
                }
                if (rest == (year + 1) % 100) {
                    return between(LocalDate.of(year, 4, 1), LocalDate.of(year + 1, 3, 31));
                }
            }
            throw new BadQuestion(
                    "Period '" + period
                            + "' is neither a month such as 2025-04, nor a year such as 2025, nor a financial year such as 2025-26.");
        }

        private static Days between(LocalDate from, LocalDate to) {
            return new Days(Optional.of(from), Optional.of(to));
        }

        private static LocalDate day(String asked) {
            try {
                return LocalDate.parse(asked);
            } catch (DateTimeException unreadable) {
                throw new BadQuestion("'" + asked + "' is no day. Write it as 2026-03-31.");
            }
        }
    }
}
