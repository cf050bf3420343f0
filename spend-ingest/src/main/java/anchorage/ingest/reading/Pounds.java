package anchorage.ingest.reading;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a table's amounts are pounds: some are in thousands or in pence, and say so in the header or above it. They
 * are refused, since rounded thousands are no payments, and a thousandth of what was paid would pass unseen.
 */
final class Pounds {

    /** Not a threshold: Spend over £25,000, or over £25k. */
    private static final String NO_NUMBER_BEFORE = "(?<![\\d,.])(?<!\\d[ ,.])";

    private static final String UNIT = NO_NUMBER_BEFORE
            + "(?:£ ?'?000'?s?\\b|'000'?s?\\b|\\b000'?s\\b|\\(000\\)|£ ?[km]\\b|\\bthousands\\b|\\bmillions\\b|\\bpence\\b)";
    private static final Pattern HEADER = Pattern.compile(UNIT, Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE =
            Pattern.compile("\\b(?:in|figures?|amounts?|values?|all)\\b[^.\\d]{0,30}" + UNIT, Pattern.CASE_INSENSITIVE);

    private Pounds() {}

    /**
     * Refuses a table that counts in anything else.
     *
     * @param beginning the table's first records, titles and all
     */
    static void mustBeMeant(Header header, List<List<String>> beginning) {
        header.mapping()
                .header(Field.AMOUNT)
                .filter(amount -> HEADER.matcher(amount).find())
                .ifPresent(Pounds::refuse);
        // Above a header that is the last line stand the payments, whose words are their own.
        beginning.stream()
                .limit(header.isLast() ? 0 : Math.max(0, header.record() - 1))
                .flatMap(List::stream)
                .filter(title -> TITLE.matcher(title).find())
                .findFirst()
                .ifPresent(Pounds::refuse);
    }

    private static void refuse(String said) {
        throw new UnreadableFile(
                "not-in-pounds",
                "By '" + said.strip()
                        + "' the amounts are not pounds. Export them in pounds and pence, under a header that "
                        + "says so, and push that.");
    }
}
