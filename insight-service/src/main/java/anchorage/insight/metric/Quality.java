package anchorage.insight.metric;

import anchorage.insight.ledger.LedgerEntry;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far an anchor's ledger bears the figures that are made of it. The score is the unweighted mean, of 100, of: the
 * value that is not redacted, the value identified, the value located, the lines with a category, the months between
 * the first and the last payment that have payments, a known VAT basis, and signs that look right (more paid than
 * credited). Lateness and refused rows are the feeds' own and stand in the anchor's scorecard at
 * {@code /v1/anchors/{anchor}/quality}.
 */
@ApplicationScoped
public class Quality {

    private static final String SELECT = """
            SELECT anchor, count(*) AS lines, sum(amount) AS total, sum(abs(amount)) AS turned_over,
                count(CASE WHEN redacted THEN 1 END) AS redacted_lines,
                coalesce(sum(CASE WHEN redacted THEN amount END), 0) AS redacted,
                coalesce(sum(CASE WHEN redacted THEN abs(amount) END), 0) AS redacted_turned_over,
                coalesce(sum(CASE WHEN state = 'DECIDED' THEN abs(amount) END), 0) AS identified,
                coalesce(sum(CASE WHEN verdict <> 'UNKNOWN' THEN abs(amount) END), 0) AS located,
                count(category) AS categorised, count(CASE WHEN amount < 0 THEN 1 END) AS credit_lines,
                coalesce(sum(CASE WHEN amount < 0 THEN amount END), 0) AS credits,
                min(paid_on) AS first_payment, max(paid_on) AS last_payment,
                count(DISTINCT year(paid_on) * 12 + month(paid_on)) AS months
            FROM judged GROUP BY anchor ORDER BY anchor
            """;

    private final Asking asking;
    private final Bases bases;
    private final JudgedLines lines;

    Quality(Asking asking, Bases bases, JudgedLines lines) {
        this.asking = asking;
        this.bases = bases;
        this.lines = lines;
    }

    /** An answer: one row for each anchor, and the value of all. */
    @Schema(name = "Quality")
    public record Answer(Basis basis, List<Row> rows, Total total) implements Answered {}

    /** All lines in question. */
    @Schema(name = "QualityTotal")
    public record Total(long lines, String total, LinesLink links) {}

    /**
     * Money is in pounds with two decimal places. Shares, from 0 to 1 with four, are of pounds whatever their sign, so
     * that credits do not make a ledger look complete.
     *
     * @param score from 0 to 100
     * @param monthsWithout months between the first and the last payment that have none
     */
    @Schema(name = "QualityRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            Map<String, String> key,
            String score,
            long lines,
            String total,
            long redactedLines,
            String redacted,
            String notRedactedShare,
            String identifiedShare,
            String locatedShare,
            String categorisedShare,
            List<String> vatBases,
            long creditLines,
            String credits,
            String firstPayment,
            String lastPayment,
            long monthsWithout,
            LinesLink links) {}

    /** Answers the question, anchor by anchor. */
    public Answer of(Question question) {
        var all = question.saying(Optional.empty());
        var deliveries = lines.deliveries(question);
        var totals = new ArrayList<BigDecimal>();
        var rows = asking.rows(all, SELECT, row -> {
            totals.add(row.getBigDecimal("total"));
            return row(row, all, deliveries);
        });
        return new Answer(
                bases.of(question),
                rows,
                new Total(
                        rows.stream().mapToLong(Row::lines).sum(),
                        Money.pounds(totals.stream().reduce(BigDecimal.ZERO, BigDecimal::add)),
                        LinesLink.to(all)));
    }

    private static Row row(ResultSet row, Question question, List<LedgerEntry> deliveries) throws SQLException {
        var anchor = row.getString("anchor");
        var first = row.getDate("first_payment").toLocalDate();
        var last = row.getDate("last_payment").toLocalDate();
        long span = 12L * (last.getYear() - first.getYear()) + last.getMonthValue() - first.getMonthValue() + 1;
        var turnedOver = row.getBigDecimal("turned_over");
        var notRedacted = Money.share(turnedOver.subtract(row.getBigDecimal("redacted_turned_over")), turnedOver);
        var identified = Money.share(row.getBigDecimal("identified"), turnedOver);
        var located = Money.share(row.getBigDecimal("located"), turnedOver);
        var lines = BigDecimal.valueOf(row.getLong("lines"));
        var categorised = Money.share(BigDecimal.valueOf(row.getLong("categorised")), lines);
        var vatBases = deliveries.stream()
                .filter(delivery -> delivery.anchor().equals(anchor))
                .map(LedgerEntry::vatBasis)
                .distinct()
                .sorted()
                .toList();
        var months = Money.share(BigDecimal.valueOf(row.getLong("months")), BigDecimal.valueOf(span));
        var vatKnown = vatBases.size() == 1 && !vatBases.contains("UNKNOWN") ? "1" : "0";
        var signs = row.getBigDecimal("total").signum() > 0 ? "1" : "0";
        return new Row(
                Map.of("anchor", anchor),
                score(Stream.of(notRedacted, identified, located, categorised, months, vatKnown, signs)),
                row.getLong("lines"),
                Money.pounds(row.getBigDecimal("total")),
                row.getLong("redacted_lines"),
                Money.pounds(row.getBigDecimal("redacted")),
                notRedacted,
                identified,
                located,
                categorised,
                vatBases,
                row.getLong("credit_lines"),
                Money.pounds(row.getBigDecimal("credits")),
                first.toString(),
                last.toString(),
                span - row.getLong("months"),
                LinesLink.to(question.about(List.of(anchor))));
    }

    private static String score(Stream<String> parts) {
        var known = parts.filter(Objects::nonNull).map(BigDecimal::new).toList();
        return known.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(known.size()), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
