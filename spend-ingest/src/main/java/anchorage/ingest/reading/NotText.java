package anchorage.ingest.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.regex.Pattern;

/** Bytes that are text, or would be, but no table. */
final class NotText {

    private static final Pattern PAGE = Pattern.compile(
            "^(\u00ef\u00bb\u00bf)?\\s*(<!--.*?-->\\s*)*<(!doctype html|html|head|body|table|meta|script|style|div)\\b.*",
            Pattern.DOTALL);

    private NotText() {}

    static void refuse(byte[] sample) {
        var start = new String(sample, 0, Math.min(sample.length, 2048), ISO_8859_1)
                .replace("\u0000", "")
                .toLowerCase(Locale.ROOT);
        if (PAGE.matcher(start).matches()
                || start.contains("<?xml") && start.contains("<html")
                || start.stripLeading().startsWith("mime-version:")) {
            throw new UnreadableFile(
                    "web-page",
                    "The file is a web page, perhaps the page that links to the ledger, or a table that a system "
                            + "saved as one. Open it in a spreadsheet, save it as .xlsx or CSV, and push that.");
        }
        if (start.startsWith("<?xml") || start.startsWith("\u00ef\u00bb\u00bf<?xml")) {
            throw new UnreadableFile("xml", "The file is XML. Export the ledger as CSV and push that.");
        }
        if (isBinary(sample)) {
            throw new UnreadableFile(
                    "not-text", "The file is neither text nor a workbook. Export the ledger as CSV and push that.");
        }
    }

    /** Control characters have no place in a text, but for a stray one; UTF-16 has a zero for every other byte. */
    private static boolean isBinary(byte[] sample) {
        int looked = Math.min(sample.length, 8192);
        int controls = 0;
        int zeros = 0;
        for (int at = 0; at < looked; at++) {
            int one = sample[at] & 0xff;
            zeros += one == 0 ? 1 : 0;
            controls += one != 0 && one < 32 && one != '\t' && one != '\n' && one != '\r' && one != '\f' ? 1 : 0;
        }
        return controls > looked / 20 || zeros > looked / 20 && !Encoding.isUtf16(sample);
    }
}
