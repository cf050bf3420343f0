package anchorage.ingest.mention;

import java.util.regex.Pattern;

/**
 * Whether a supplier's name is likely a natural person's. A mark too many hides one name from other anchors; a mark too
 * few would show a carer's.
 */
public final class LikelyPerson {

    private static final Pattern ORGANISATION = Pattern.compile(
            "\\b(ltd|limited|plc|llp|cic|cio|inc|co|company|council|trust|school|academy|college|university|church"
                    + "|association|society|group|services?|solutions?|consult\\w*|solicitors?|partners(hip)?|sons?"
                    + "|t/a|trading|nursery|care|home|house|hotel|centre|club|practice|surgery|pharmacy|nhs)\\b|&|\\d",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLED = Pattern.compile(
            "(mr|mrs|miss|ms|mx|dr|rev|revd|prof|professor|sir|dame)\\.? +\\S.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern INITIAL_AND_SURNAME =
            Pattern.compile("([A-Z]\\.? ?){1,3} [A-Z][A-Za-z'-]+|[A-Z][A-Za-z'-]+,? [A-Z](\\.? ?[A-Z])?\\.?");

    private LikelyPerson() {}

    /** Whether the name reads like a person's and holds no word that only an organisation has. */
    public static boolean is(String name) {
        var text = name.strip();
        if (ORGANISATION.matcher(text).find()) {
            return false;
        }
        return TITLED.matcher(text).matches()
                || INITIAL_AND_SURNAME.matcher(text).matches();
    }
}
