package anchorage.ingest.reading;

import java.util.regex.Pattern;

/**
 * Words that stand where a supplier's name was taken out. Such a line's supplier is unknown; it is never a supplier
 * called Redacted. A real name that only begins alike, such as a publisher's, is kept.
 */
final class Redaction {

    private static final Pattern TOKEN = Pattern.compile(
            "\\W*(?:redacted\\b.*"
                    + "|(?:name |supplier |payee )?(?:withheld|supressed|suppressed)\\b.*"
                    + "|personal (?:data|information|details)\\b.*"
                    + "|sensitive (?:data|information)\\b.*"
                    + "|commercial(?:ly)? (?:confidential(?:ity)?|sensitive|in confidence)\\b.*"
                    + "|third party supplier"
                    + "|private individual"
                    + "|confidential)\\W*",
            Pattern.CASE_INSENSITIVE);

    private Redaction() {}

    static boolean isRedacted(String supplierName) {
        return TOKEN.matcher(supplierName).matches();
    }
}
