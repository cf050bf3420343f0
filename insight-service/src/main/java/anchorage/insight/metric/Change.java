package anchorage.insight.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why local spend changed between two periods. One thing is let change at a time, in a fixed order, and what the figure
 * moves by is that thing's effect; so the effects sum to the change to the penny:
 *
 * <ol>
 *   <li>definition: the first period by the second's definition;
 *   <li>identification: with what is known of suppliers and premises as of the second moment;
 *   <li>boundary: with what is known of places then;
 *   <li>restatement: with the deliveries that count then;
 *   <li>ownership: with what is known of owners then, and with suppliers that changed class between the periods;
 *   <li>insourcing: what the categories that the caller says were taken in-house no longer cost;
 *   <li>volume: (T2 - T1) L1 / T1, had the share stayed as it was;
 *   <li>share: the rest, T2 (L2 / T2 - L1 / T1).
 * </ol>
 *
 * <p>Ownership moves the figure only where the question asks about an ownership class.
 */
@ApplicationScoped
public class Change {

    private static final String SELECT = """
            SELECT coalesce(sum(amount), 0) AS total,
                coalesce(sum(CASE WHEN verdict = 'LOCAL' THEN amount END), 0) AS local,
                coalesce(sum(CASE WHEN %1$s THEN amount END), 0) AS insourced_total,
                coalesce(sum(CASE WHEN %1$s AND verdict = 'LOCAL' THEN amount END), 0) AS insourced_local
            FROM judged
            """;

    private final Asking asking;
    private final Bases bases;

    Change(Asking asking, Bases bases) {
        this.asking = asking;
        this.bases = bases;
    }

    /** An answer: what was, what is, and an effect a row that together make the difference. */
    @Schema(name = "Change")
    public record Answer(Basis basis, Period before, Period after, List<Row> rows, Total total) implements Answered {}

    /** Money is in pounds with two decimal places, the share from 0 to 1 with four. */
    @Schema(name = "ChangePeriod")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Period(
            String from,
            String to,
            String localDefinition,
            String asOf,
            String total,
            String local,
            String share,
            LinesLink links) {}

    /** One effect. */
    @Schema(name = "ChangeRow")
    public record Row(Map<String, String> key, String change, String because) {}

    /** The change: local after less local before. */
    @Schema(name = "ChangeTotal")
    public record Total(String change) {}

    private record Sums(BigDecimal total, BigDecimal local, BigDecimal insourcedTotal, BigDecimal insourcedLocal) {

        Sums withoutInsourced() {
            return new Sums(
                    total.subtract(insourcedTotal), local.subtract(insourcedLocal), BigDecimal.ZERO, BigDecimal.ZERO);
        }
    }

    /**
     * Takes the change apart.
     *
     * @param before the question of the first period
     * @param after the same of the second
     * @param insourced categories that were taken in-house between them
     */
    public Answer of(Question before, Question after, List<String> insourced) {
        var then = before.moments();
        var now = after.moments();
        var world = before;
        var was = sums(world, insourced);
        var step = was;
        var rows = new ArrayList<Row>();

        world = world.by(after.definition());
        step = add(
                rows,
                "definition",
                step,
                sums(world, insourced),
                before.definition().equals(after.definition())
                        ? "Both periods are judged by one definition."
                        : "The second period's definition is used for the first.");
        world = world.knowing(
                new Moments(then.ledger(), now.suppliers(), then.places(), then.ownership(), then.ownershipOn()));
        step = add(
                rows,
                "identification",
                step,
                sums(world, insourced),
                "What became known of suppliers and their premises between the two moments.");
        world = world.knowing(
                new Moments(then.ledger(), now.suppliers(), now.places(), then.ownership(), then.ownershipOn()));
        step = add(
                rows, "boundary", step, sums(world, insourced), "What became known of places between the two moments.");
        world = world.knowing(
                new Moments(now.ledger(), now.suppliers(), now.places(), then.ownership(), then.ownershipOn()));
        step = add(
                rows,
                "restatement",
                step,
                sums(world, insourced),
                "Deliveries of the first period that came, or stopped counting, between the two moments.");
        world = world.knowing(now);
        var known = sums(world, insourced);

        var keepingOwners = sums(
                after.knowing(new Moments(
                        now.ledger(),
                        now.suppliers(),
                        now.places(),
                        now.ownership(),
                        before.days().to())),
                insourced);
        var is = sums(after, insourced);
        rows.add(new Row(
                Map.of("effect", "ownership"),
                Money.pounds(pennies(known.local)
                        .subtract(pennies(step.local))
                        .add(pennies(is.local))
                        .subtract(pennies(keepingOwners.local))),
                "What became known of owners, and suppliers whose class changed after the first period."));
        rows.add(new Row(
                Map.of("effect", "insourcing"),
                Money.pounds(pennies(keepingOwners.insourcedLocal).subtract(pennies(known.insourcedLocal))),
                insourced.isEmpty()
                        ? "No category is named as taken in-house."
                        : "Local spend of the categories that were taken in-house."));
        addVolumeAndShare(rows, known.withoutInsourced(), keepingOwners.withoutInsourced());
        return new Answer(
                bases.of(after),
                period(before, was),
                period(after, is),
                rows,
                new Total(Money.pounds(pennies(is.local).subtract(pennies(was.local)))));
    }

    private static Sums add(List<Row> rows, String effect, Sums from, Sums to, String because) {
        rows.add(new Row(
                Map.of("effect", effect), Money.pounds(pennies(to.local).subtract(pennies(from.local))), because));
        return to;
    }

    private static void addVolumeAndShare(List<Row> rows, Sums from, Sums to) {
        var change = pennies(to.local).subtract(pennies(from.local));
        var volume = from.total.signum() <= 0
                ? BigDecimal.ZERO
                : pennies(
                        to.total.subtract(from.total).multiply(from.local).divide(from.total, MathContext.DECIMAL128));
        rows.add(new Row(
                Map.of("effect", "volume"),
                Money.pounds(volume),
                "More or less was spent in all, the share staying as it was."));
        rows.add(new Row(
                Map.of("effect", "share"),
                Money.pounds(change.subtract(volume)),
                "A larger or smaller share of what was spent was local."));
    }

    private Sums sums(Question question, List<String> insourced) {
        var isInsourced =
                insourced.isEmpty() ? "1 = 0" : "coalesce(category, '(none)') IN (" + Sql.texts(insourced) + ")";
        return asking.sums(
                        question.saying(Optional.empty()),
                        insourced.isEmpty() ? List.of() : List.of(Dimension.CATEGORY),
                        SELECT.formatted(isInsourced),
                        row -> new Sums(
                                row.getBigDecimal("total"),
                                row.getBigDecimal("local"),
                                row.getBigDecimal("insourced_total"),
                                row.getBigDecimal("insourced_local")))
                .get(0);
    }

    private static Period period(Question question, Sums sums) {
        return new Period(
                question.days().from().map(Object::toString).orElse(null),
                question.days().to().map(Object::toString).orElse(null),
                question.definition().reference(),
                question.asOf().toString(),
                Money.pounds(sums.total),
                Money.pounds(sums.local),
                Money.share(sums.local, sums.total),
                LinesLink.to(question.saying(Optional.of(Question.Verdict.LOCAL))));
    }

    private static BigDecimal pennies(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.HALF_UP);
    }
}
