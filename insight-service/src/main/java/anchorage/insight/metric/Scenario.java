package anchorage.insight.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What would stay if some spending moved to local suppliers, all else and the volume being held. With T spent, L of it
 * local and m moved, local becomes L + m, its share (L + m) / T. Where a multiplier is named, the effect of what moved is
 * m times it; the multiplier is the caller's assumption, never a finding of this service.
 */
public final class Scenario {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Scenario() {}

    /** What is asked: the parts of spending, and multipliers to try. */
    @Schema(name = "ScenarioQuestion")
    public record Asked(
            @Schema(description = "One part for each category, or one for all")
            List<Part> parts,

            @Schema(description = "Effects per pound moved to try", examples = "[\"1.2\", \"1.4\"]")
            List<BigDecimal> multipliers) {

        public Asked {
            parts = parts == null ? List.of() : List.copyOf(parts);
            multipliers = multipliers == null ? List.of() : List.copyOf(multipliers);
        }
    }

    /** Spending, what of it is local (one of local, leaves and localShare), and what is to move (one of the three). */
    @Schema(name = "ScenarioPart")
    public record Part(
            @Schema(description = "Of the category; may be absent")
            String name,

            @Schema(description = "T, pounds", required = true, examples = "750000000")
            BigDecimal spend,

            @Schema(description = "L, pounds") BigDecimal local,

            @Schema(description = "T - L, pounds") BigDecimal leaves,

            @Schema(description = "L / T, from 0 to 1", examples = "0.05")
            BigDecimal localShare,

            @Schema(description = "Moves this percentage of T")
            BigDecimal movePercentOfSpend,

            @Schema(description = "Moves this percentage of what leaves")
            BigDecimal movePercentOfLeakage,

            @Schema(description = "Moves as much as makes the share this, from 0 to 1", examples = "0.10")
            BigDecimal moveToLocalShare) {

        private BigDecimal localBefore() {
            exactlyOne("local, leaves and localShare", local, leaves, localShare);
            if (local != null) {
                return local;
            }
            return leaves != null ? spend.subtract(leaves) : spend.multiply(localShare);
        }

        private BigDecimal moved(BigDecimal before) {
            exactlyOne(
                    "movePercentOfSpend, movePercentOfLeakage and moveToLocalShare",
                    movePercentOfSpend,
                    movePercentOfLeakage,
                    moveToLocalShare);
            if (movePercentOfSpend != null) {
                return spend.multiply(movePercentOfSpend).divide(HUNDRED, MathContext.DECIMAL128);
            }
            if (movePercentOfLeakage != null) {
                return spend.subtract(before).multiply(movePercentOfLeakage).divide(HUNDRED, MathContext.DECIMAL128);
            }
            return spend.multiply(moveToLocalShare).subtract(before);
        }
    }

    /** The answer: a row for each part, and all parts together. */
    @Schema(name = "Scenario")
    public record Answer(List<Row> rows, Row total, List<String> assumptions) {}

    /** Money is in pounds with two decimal places, shares from 0 to 1 with four. */
    @Schema(name = "ScenarioRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(String name, String spend, State before, State after, String moved, List<Effect> effects) {}

    /** What stays and what leaves. */
    @Schema(name = "ScenarioState")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record State(String local, String elsewhere, String localShare) {

        private static State of(BigDecimal spend, BigDecimal local) {
            return new State(Money.pounds(local), Money.pounds(spend.subtract(local)), Money.share(local, spend));
        }
    }

    /** What moved, times an assumed multiplier. */
    @Schema(name = "ScenarioEffect")
    public record Effect(String multiplier, String pounds) {}

    private record Worked(String name, BigDecimal spend, BigDecimal local, BigDecimal moved) {

        private static Worked of(Part part) {
            if (part.spend == null || part.spend.signum() <= 0) {
                throw new BadQuestion("A part says what is spent, in pounds above nothing, as 'spend'.");
            }
            var local = part.localBefore();
            if (local.signum() < 0 || local.compareTo(part.spend) > 0) {
                throw new BadQuestion("What is local lies between nothing and what is spent.");
            }
            var moved = part.moved(local);
            if (local.add(moved).signum() < 0 || local.add(moved).compareTo(part.spend) > 0) {
                throw new BadQuestion("£" + Money.pounds(moved) + " cannot move: £"
                        + Money.pounds(part.spend.subtract(local)) + " leave and £" + Money.pounds(local) + " stay.");
            }
            return new Worked(part.name, part.spend, local, moved);
        }

        private Row row(List<BigDecimal> multipliers) {
            return new Row(
                    name,
                    Money.pounds(spend),
                    State.of(spend, local),
                    State.of(spend, local.add(moved)),
                    Money.pounds(moved),
                    multipliers.stream()
                            .map(multiplier ->
                                    new Effect(multiplier.toPlainString(), Money.pounds(moved.multiply(multiplier))))
                            .toList());
        }
    }

    /** Works the scenario out. */
    public static Answer of(Asked asked) {
        if (asked.parts.isEmpty()) {
            throw new BadQuestion(
                    "A scenario has at least one part, each with 'spend', what is local, and what moves.");
        }
        var parts = asked.parts.stream().map(Worked::of).toList();
        var all = new Worked(null, sum(parts, Worked::spend), sum(parts, Worked::local), sum(parts, Worked::moved));
        var assumptions = new ArrayList<>(List.of(
                "The volume is held: what moves is paid to local suppliers in place of others, at the same price.",
                "Local suppliers have the capacity to take it on."));
        if (!asked.multipliers.isEmpty()) {
            assumptions.add("The multipliers are the caller's assumptions.");
        }
        return new Answer(
                parts.stream().map(part -> part.row(asked.multipliers)).toList(),
                all.row(asked.multipliers),
                List.copyOf(assumptions));
    }

    private static BigDecimal sum(List<Worked> parts, Function<Worked, BigDecimal> part) {
        return parts.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void exactlyOne(String of, BigDecimal... values) {
        if (Stream.of(values).filter(value -> value != null).count() != 1) {
            throw new BadQuestion("A part has exactly one of " + of + ".");
        }
    }
}
