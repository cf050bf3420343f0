package anchorage.insight.metric.web;

import anchorage.insight.metric.Question.Verdict;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that every question has. */
public record QuestionParameters(
        @QueryParam("anchor")
        @Parameter(
                description =
                        "Whose lines; may be repeated, and demo-* means the demonstration region. Without it, all "
                                + "anchors that the caller may see, but for the demonstration's where there are others.")
        List<String> anchor,

        @QueryParam("from") @Parameter(description = "First day of payment", example = "2025-04-01")
        String from,

        @QueryParam("to") @Parameter(description = "Last day of payment, that day included", example = "2026-03-31")
        String to,

        @QueryParam("period")
        @Parameter(
                description =
                        "In place of from and to: a month 2025-04, a quarter 2025-Q2, a year 2025, or a financial "
                                + "year 2025-26 from April to March")
        String period,

        @QueryParam("local")
        @Parameter(
                description = "Local definition, as name or name@version; district unless said",
                example = "district")
        String local,

        @QueryParam("rules") @Parameter(description = "Scope rule set, as name or name@version")
        String rules,

        @QueryParam("scope") @Parameter(description = "Which scope's lines; ALL for every scope")
        String scope,

        @QueryParam("verdict") @Parameter(description = "Which verdict's lines; all unless said")
        Verdict verdict,

        @QueryParam("category") @Parameter(description = "Which category's lines, as the lines write it; (none) too")
        String category,

        @QueryParam("ownership")
        @Parameter(description = "Lines of suppliers of that ownership class; (unknown) too", example = "CHARITY")
        String ownership,

        @QueryParam("size")
        @Parameter(
                description = "Lines of suppliers of that size: MICRO, SMALL, MEDIUM or LARGE; (unknown) too",
                example = "SMALL")
        String size,

        @QueryParam("place")
        @Parameter(description = "Lines of suppliers with premises in that district; (unknown) too")
        String place,

        @QueryParam("ward")
        @Parameter(description = "Lines of suppliers with premises in that ward; (unknown) too", example = "E05000819")
        String ward,

        @QueryParam("decile")
        @Parameter(description = "Lines of suppliers in that decile of deprivation, 1 to 10; (unmatched) too")
        String decile,

        @QueryParam("supplier") @Parameter(description = "Lines of that supplier")
        UUID supplier,

        @QueryParam("top")
        @Parameter(
                description = "Only payments to this many of each anchor's largest suppliers, to compare with studies "
                        + "that looked at those alone",
                example = "30")
        Integer top,

        @QueryParam("basis")
        @Parameter(
                description =
                        "Whose premises decide: premises, the supplier's; or owner, those of the body at the end of "
                                + "its chain of parents (profit leakage). A line whose owner is not known is UNKNOWN. "
                                + "premises unless said",
                example = "premises")
        String basis,

        @QueryParam("asOf")
        @Parameter(
                description = "The moment whose knowledge answers; now unless said",
                example = "2026-04-12T09:30:00Z")
        String asOf) {

    /** The word for every scope. */
    static final String ALL = "ALL";
}
