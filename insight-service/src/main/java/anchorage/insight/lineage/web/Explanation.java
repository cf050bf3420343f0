package anchorage.insight.lineage.web;

import anchorage.insight.lineage.LedgerLine;
import anchorage.insight.metric.Question;
import anchorage.insight.scope.ScopeRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a line counts as it does.
 *
 * @param sentences what was decided in which order, for a person
 */
record Explanation(LedgerLine line, String asOf, List<String> sentences) {

    static Explanation of(LedgerLine line, Question question) {
        var sentences = new ArrayList<String>();
        sentences.add("Row " + line.row() + " of delivery " + line.delivery() + ": £" + line.amount() + " paid on "
                + line.paidOn() + ".");
        sentences.add(scope(line, question));
        sentences.add(supplier(line));
        sentences.add(verdict(line, question));
        return new Explanation(line, question.asOf().toString(), sentences);
    }

    private static String scope(LedgerLine line, Question question) {
        return question.rules().rules().stream()
                .filter(rule -> rule.id().equals(line.scopeRule()))
                .findFirst()
                .map((ScopeRule rule) -> "Its scope is " + line.scope() + " by rule '" + rule.id() + "' of "
                        + question.rules().reference() + ": " + rule.why())
                .orElse("No rule of " + question.rules().reference() + " matches it, so its scope is PROCUREMENT.");
    }

    private static String supplier(LedgerLine line) {
        if (line.redacted()) {
            return "The anchor does not name the supplier: the name is a redaction.";
        }
        if (line.supplier() == null) {
            return "The line names no supplier, or nobody has been asked yet who it is.";
        }
        var how = line.identificationExplained() == null ? "." : ": " + line.identificationExplained();
        return "The supplier is taken to be " + line.supplierKnownAs() + " (" + line.supplier() + "), by "
                + line.identifiedBy() + how;
    }

    private static String verdict(LedgerLine line, Question question) {
        var definition = question.definition().reference();
        return "By " + definition + " the line is " + line.verdict() + ": " + reason(line, premises(question)) + ".";
    }

    /** Where a person's premises are, which is often where they live, is not for another anchor either. */
    private static String at(LedgerLine line) {
        return line.postcode() == null ? "" : " at " + line.postcode();
    }

    private static String premises(Question question) {
        return question.whose() == Question.Whose.OWNER ? "the premises of the body that owns it" : "its premises";
    }

    private static String reason(LedgerLine line, String premises) {
        return switch (line.reason()) {
            case "premises-inside" -> premises + at(line) + " lie inside, in " + line.district();
            case "premises-outside" -> premises + at(line) + " lie outside, in " + line.district();
            case "redacted" -> "the supplier is redacted";
            case "no-supplier-named" -> "no supplier is named";
            case "not-identified" -> "the supplier is in no register that is loaded";
            case "no-premises-known" -> "no register gives it premises that count and are valid on that day";
            case "owner-not-known" ->
                "no register says which body owns it in the end, or where that body is on that day";
            case "postcode-not-known" ->
                "its postcode" + (line.postcode() == null ? "" : " " + line.postcode())
                        + " is in no place file that is loaded";
            default -> "the anchor's area is not known";
        };
    }
}
