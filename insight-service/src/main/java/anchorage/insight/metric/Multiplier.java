package anchorage.insight.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The local multiplier, in the three conventions that are published. They give different figures for the same money, so
 * an answer always names its convention, the assumptions, and how good the evidence is. With R1 what is spent, R2 what of
 * it is spent again locally, and R3 what of that is spent locally once more:
 *
 * <ul>
 *   <li>LM3, the New Economics Foundation's: (R1 + R2 + R3) / R1;
 *   <li>sticky money: (R2 + R3) / R1, which is LM3 less 1;
 *   <li>Northumberland County Council's: 1 + re-spend for a local supplier, re-spend alone for another.
 * </ul>
 */
public final class Multiplier {

    private static final int MOST_ROUNDS = 20;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Multiplier() {}

    /** Which formula. */
    @Schema(name = "MultiplierConvention")
    public enum Convention {
        LM3("(R1 + R2 + R3) / R1", "New Economics Foundation, Local Multiplier 3"),
        STICKY_MONEY("(R2 + R3) / R1", "Local multiplier studies that leave the first round out"),
        NORTHUMBERLAND(
                "1 + re-spend where the supplier is local, re-spend alone where not", "Northumberland LM3 study");

        private final String formula;
        private final String source;

        Convention(String formula, String source) {
            this.formula = formula;
            this.source = source;
        }
    }

    /** How good the evidence for the inputs is. */
    @Schema(name = "MultiplierEvidence")
    public enum Evidence {
        /** Staff and suppliers were asked. */
        SURVEYED,
        /** Another study's figures are used. */
        PUBLISHED,
        /** Nobody was asked. */
        ASSUMED
    }

    /** What is asked. */
    @Schema(name = "MultiplierQuestion")
    public record Asked(
            @Schema(required = true) Convention convention,

            @Schema(required = true) Inputs inputs,

            @Schema(description = "Another case, to say how much more or less the first gives")
            Inputs comparedWith,

            @Schema(description = "What is taken for granted, in sentences; repeated in the answer")
            List<String> assumptions,

            @Schema(description = "ASSUMED unless said") Evidence evidence) {

        public Asked {
            assumptions = assumptions == null ? List.of() : List.copyOf(assumptions);
            evidence = evidence == null ? Evidence.ASSUMED : evidence;
        }
    }

    /** The rounds, either as pounds or as r1 and a share that is spent again in each. */
    @Schema(name = "MultiplierInputs")
    public record Inputs(
            @Schema(description = "R1, pounds", examples = "100000")
            BigDecimal r1,

            @Schema(description = "R2, pounds") BigDecimal r2,
            @Schema(description = "R3, pounds") BigDecimal r3,

            @Schema(
                    description = "In place of R2 and R3: the share spent again locally, from 0 to 1",
                    examples = "0.76")
            BigDecimal respend,

            @Schema(description = "Whether the supplier is local; NORTHUMBERLAND needs it")
            Boolean local,

            @Schema(description = "Staff pay and where it is spent; adds to R3")
            Survey staff,

            @Schema(description = "How many rounds of r1 at respend to list, at most 20")
            Integer rounds) {}

    /** What people say of their pay: the mean percentage that is spent locally is taken of the pay. */
    @Schema(name = "StaffSurvey")
    public record Survey(
            @Schema(description = "Pounds", examples = "200000")
            BigDecimal pay,

            @Schema(description = "What each person says, in percent", examples = "[\"42.1\", \"50.5\"]")
            List<BigDecimal> percentages) {

        BigDecimal mean() {
            if (percentages == null || percentages.isEmpty()) {
                throw new BadQuestion("A staff survey has at least one percentage.");
            }
            return percentages.stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(percentages.size()), MathContext.DECIMAL128);
        }

        BigDecimal local() {
            return needed(pay, "staff.pay").multiply(mean()).divide(HUNDRED, MathContext.DECIMAL128);
        }
    }

    /**
     * The answer.
     *
     * @param morePercent by how much the first case gives more than the other, in percent
     */
    @Schema(name = "Multiplier")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            Convention convention,
            String formula,
            String source,
            Evidence evidence,
            List<String> assumptions,
            Case result,
            Case comparedWith,
            String morePercent) {}

    /**
     * One case.
     *
     * @param multiplier with four decimal places
     * @param staffMeanPercent the survey's mean, with one decimal place
     * @param rounds pounds in each round
     */
    @Schema(name = "MultiplierCase")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Case(String multiplier, String staffMeanPercent, String staffSpentLocally, List<String> rounds) {}

    /** Works it out. */
    public static Answer of(Asked asked) {
        if (asked.convention == null || asked.inputs == null) {
            throw new BadQuestion("Name the 'convention' (LM3, STICKY_MONEY or NORTHUMBERLAND) and the 'inputs'.");
        }
        var first = multiplier(asked.convention, asked.inputs);
        var other = Optional.ofNullable(asked.comparedWith).map(inputs -> multiplier(asked.convention, inputs));
        return new Answer(
                asked.convention,
                asked.convention.formula,
                asked.convention.source,
                asked.evidence,
                asked.assumptions,
                shown(first, asked.inputs),
                other.map(multiplier -> shown(multiplier, asked.comparedWith)).orElse(null),
                other.map(multiplier -> more(first, multiplier)).orElse(null));
    }

    private static BigDecimal multiplier(Convention convention, Inputs inputs) {
        return switch (convention) {
            case LM3 -> BigDecimal.ONE.add(sticky(inputs));
            case STICKY_MONEY -> sticky(inputs);
            case NORTHUMBERLAND -> {
                if (inputs.local == null) {
                    throw new BadQuestion("NORTHUMBERLAND needs 'local': whether the supplier is.");
                }
                var respend = inputs.respend == null ? sticky(inputs) : inputs.respend;
                yield inputs.local ? BigDecimal.ONE.add(respend) : respend;
            }
        };
    }

    private static BigDecimal sticky(Inputs inputs) {
        var first = needed(inputs.r1, "r1");
        if (first.signum() <= 0) {
            throw new BadQuestion("'r1' is more than nothing.");
        }
        var second = inputs.respend == null ? needed(inputs.r2, "r2") : first.multiply(inputs.respend);
        var third = inputs.respend == null
                ? Optional.ofNullable(inputs.r3).orElse(BigDecimal.ZERO)
                : second.multiply(inputs.respend);
        var staff = Optional.ofNullable(inputs.staff).map(Survey::local).orElse(BigDecimal.ZERO);
        return second.add(third).add(staff).divide(first, MathContext.DECIMAL128);
    }

    private static String more(BigDecimal first, BigDecimal other) {
        if (other.signum() == 0) {
            return null;
        }
        return first.divide(other, MathContext.DECIMAL128)
                .subtract(BigDecimal.ONE)
                .multiply(HUNDRED)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static Case shown(BigDecimal multiplier, Inputs inputs) {
        var staff = Optional.ofNullable(inputs.staff);
        return new Case(
                multiplier.setScale(4, RoundingMode.HALF_UP).toPlainString(),
                staff.map(survey ->
                                survey.mean().setScale(1, RoundingMode.HALF_UP).toPlainString())
                        .orElse(null),
                staff.map(survey -> Money.pounds(survey.local())).orElse(null),
                inputs.rounds == null ? null : rounds(inputs));
    }

    private static List<String> rounds(Inputs inputs) {
        if (inputs.rounds < 1 || inputs.rounds > MOST_ROUNDS) {
            throw new BadQuestion("'rounds' lies between 1 and " + MOST_ROUNDS + ".");
        }
        var respend = needed(inputs.respend, "respend");
        var rounds = new ArrayList<String>();
        var pounds = needed(inputs.r1, "r1");
        for (int round = 0; round < inputs.rounds; round++) {
            rounds.add(Money.pounds(pounds));
            pounds = pounds.multiply(respend);
        }
        return rounds;
    }

    private static BigDecimal needed(BigDecimal value, String name) {
        return Optional.ofNullable(value)
                .orElseThrow(() -> new BadQuestion("'" + name + "' is missing in the inputs."));
    }
}
