package anchorage.ingest.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Official identifiers on a line, in the schemes of org-id.guide. What is not a well-formed identifier is left out: a
 * wrong identifier is worse than none.
 */
public final class Identifiers {

    private static final Pattern COMPANY = Pattern.compile("\\d{8}|[A-Z]{2}\\d{6}|IP\\d{5}R|[A-Z]{2}\\d{5}[A-Z]");
    private static final Pattern CHARITY = Pattern.compile("\\d{6,7}");
    private static final Pattern SCOTTISH_CHARITY = Pattern.compile("SC0?\\d{5,6}");
    private static final Pattern VAT = Pattern.compile("\\d{9}|\\d{12}");

    private Identifiers() {}

    /** The identifiers that three cells of a line hold, as {@code scheme:value}. */
    public static List<String> of(String companyNumber, String charityNumber, String vatNumber) {
        var identifiers = new ArrayList<String>(3);
        var company = compact(companyNumber);
        if (company.matches("\\d{1,7}")) {
            // Spreadsheets drop leading zeros; Companies House numbers have eight digits.
            company = "0".repeat(8 - company.length()) + company;
        }
        if (COMPANY.matcher(company).matches() && !company.matches("0+")) {
            identifiers.add("GB-COH:" + company);
        }
        var charity = compact(charityNumber);
        if (SCOTTISH_CHARITY.matcher(charity).matches()) {
            identifiers.add("GB-SC:" + charity);
        } else if (CHARITY.matcher(charity).matches()) {
            identifiers.add("GB-CHC:" + charity);
        }
        var vat = compact(vatNumber);
        vat = vat.startsWith("GB") ? vat.substring(2) : vat;
        if (VAT.matcher(vat).matches()) {
            identifiers.add("VAT:GB" + vat.substring(0, 9));
        }
        return identifiers;
    }

    private static String compact(String cell) {
        if (cell.isEmpty()) {
            return cell;
        }
        return cell.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
