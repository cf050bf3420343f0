package anchorage.registry.candidate;

import anchorage.registry.name.NameParts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a name as they are compared with those of another, where the law's sameness is too strict: what clerks
 * shorten is written in full.
 *
 * @param list in order, in full
 * @param compact all of them in one
 * @param legalForm as in {@link NameParts}
 */
record Words(List<String> list, String compact, String legalForm) {

    private static final Map<String, String> IN_FULL = Map.ofEntries(
            Map.entry("CO", "COMPANY"),
            Map.entry("ASSOC", "ASSOCIATION"),
            Map.entry("ASSOCS", "ASSOCIATES"),
            Map.entry("BC", "BOROUGH COUNCIL"),
            Map.entry("MBC", "METROPOLITAN BOROUGH COUNCIL"),
            Map.entry("CBC", "COUNTY BOROUGH COUNCIL"),
            Map.entry("CVS", "COUNCIL 4 VOLUNTARY SERVICE"),
            Map.entry("CAB", "CITIZENS ADVICE BUREAU"),
            Map.entry("CCG", "CLINICAL COMMISSIONING GROUP"),
            Map.entry("ICB", "INTEGRATED CARE BOARD"),
            Map.entry("FT", "FOUNDATION TRUST"),
            Map.entry("NHSFT", "NHS FOUNDATION TRUST"),
            Map.entry("NHST", "NHS TRUST"),
            Map.entry("PCT", "PRIMARY CARE TRUST"),
            Map.entry("HA", "HOUSING ASSOCIATION"),
            Map.entry("ST", "SAINT"),
            Map.entry("SVCS", "SERVICES"),
            Map.entry("SVC", "SERVICE"),
            Map.entry("SERV", "SERVICES"),
            Map.entry("SERVS", "SERVICES"),
            Map.entry("MGMT", "MANAGEMENT"),
            Map.entry("MGT", "MANAGEMENT"),
            Map.entry("INTL", "INTERNATIONAL"),
            Map.entry("INT", "INTERNATIONAL"),
            Map.entry("UNIV", "UNIVERSITY"),
            Map.entry("UNI", "UNIVERSITY"),
            Map.entry("HOSP", "HOSPITAL"),
            Map.entry("HOSPS", "HOSPITALS"),
            Map.entry("PHARM", "PHARMACEUTICALS"),
            Map.entry("DEPT", "DEPARTMENT"),
            Map.entry("GOVT", "GOVERNMENT"),
            Map.entry("SCH", "SCHOOL"),
            Map.entry("PRI", "PRIMARY"),
            Map.entry("MCR", "MANCHESTER"),
            Map.entry("MANC", "MANCHESTER"),
            Map.entry("GTR", "GREATER"),
            Map.entry("GT", "GREAT"),
            Map.entry("BROS", "BROTHERS"),
            Map.entry("CTR", "CENTRE"),
            Map.entry("CTRE", "CENTRE"),
            Map.entry("CENTER", "CENTRE"),
            Map.entry("COMM", "COMMUNITY"),
            Map.entry("ENG", "ENGINEERING"),
            Map.entry("SOC", "SOCIETY"),
            Map.entry("TECH", "TECHNOLOGY"),
            Map.entry("EQUIP", "EQUIPMENT"),
            Map.entry("CONST", "CONSTRUCTION"),
            Map.entry("DEV", "DEVELOPMENT"),
            Map.entry("DIST", "DISTRIBUTION"),
            Map.entry("ELEC", "ELECTRICAL"),
            Map.entry("GRP", "GROUP"),
            Map.entry("HLDGS", "HOLDINGS"),
            Map.entry("LDN", "LONDON"),
            Map.entry("NATL", "NATIONAL"),
            Map.entry("CHEM", "CHEMIST"),
            Map.entry("MED", "MEDICAL"),
            Map.entry("PRACT", "PRACTICE"),
            Map.entry("SURG", "SURGERY"),
            Map.entry("HC", "HEALTH CENTRE"),
            Map.entry("MC", "MEDICAL CENTRE"),
            Map.entry("MH", "MENTAL HEALTH"),
            Map.entry("LHB", "LOCAL HEALTH BOARD"),
            Map.entry("AMB", "AMBULANCE"),
            Map.entry("HSP", "HOSPITAL"),
            Map.entry("BUREAUX", "BUREAU"),
            Map.entry("ACAD", "ACADEMY"),
            Map.entry("COLL", "COLLEGE"),
            Map.entry("AUTH", "AUTHORITY"),
            Map.entry("LB", "LONDON BOROUGH"),
            Map.entry("DC", "DISTRICT COUNCIL"),
            Map.entry("FDN", "FOUNDATION"),
            Map.entry("MFG", "MANUFACTURING"),
            Map.entry("COMMS", "COMMUNICATIONS"),
            Map.entry("ENGRS", "ENGINEERS"),
            Map.entry("SOLS", "SOLICITORS"),
            Map.entry("RD", "ROAD"),
            Map.entry("NTH", "NORTH"),
            Map.entry("STH", "SOUTH"),
            Map.entry("BEDS", "BEDFORDSHIRE"),
            Map.entry("BERKS", "BERKSHIRE"),
            Map.entry("BUCKS", "BUCKINGHAMSHIRE"),
            Map.entry("CAMBS", "CAMBRIDGESHIRE"),
            Map.entry("DERBYS", "DERBYSHIRE"),
            Map.entry("GLOS", "GLOUCESTERSHIRE"),
            Map.entry("HANTS", "HAMPSHIRE"),
            Map.entry("HERTS", "HERTFORDSHIRE"),
            Map.entry("LANCS", "LANCASHIRE"),
            Map.entry("LEICS", "LEICESTERSHIRE"),
            Map.entry("LINCS", "LINCOLNSHIRE"),
            Map.entry("NORTHANTS", "NORTHAMPTONSHIRE"),
            Map.entry("NOTTS", "NOTTINGHAMSHIRE"),
            Map.entry("OXON", "OXFORDSHIRE"),
            Map.entry("STAFFS", "STAFFORDSHIRE"),
            Map.entry("WARKS", "WARWICKSHIRE"),
            Map.entry("WILTS", "WILTSHIRE"),
            Map.entry("WORCS", "WORCESTERSHIRE"),
            Map.entry("YORKS", "YORKSHIRE"));
    private static final Set<String> FUND =
            Set.of("CHARITY", "CHARITIES", "CHARITABLE", "FUND", "FUNDS", "FRIENDS", "LEAGUE", "APPEAL", "ENDOWMENT");
    private static final int SHORTEST_WITH_SLIP = 5;
    private static final int LONGEST_WITH_SLIP = 14;
    private static final Set<String> EMPTY = Set.of("AND", "OF", "THE", "IN", "AT", "2", "4");

    Words {
        list = List.copyOf(list);
    }

    static Words of(NameParts parts) {
        var words = new ArrayList<String>(parts.words().size());
        for (var word : parts.words()) {
            var full = IN_FULL.get(word);
            if (full == null) {
                words.add(word);
            } else {
                words.addAll(List.of(full.split(" ")));
            }
        }
        return new Words(words, String.join("", words), parts.legalForm());
    }

    static Words of(List<String> list, String legalForm) {
        return new Words(list, String.join("", list), legalForm);
    }

    boolean isEmpty() {
        return compact.isEmpty();
    }

    /** Whether the name says of itself that it is a fund or a charity, as a hospital's charity does and the hospital not. */
    boolean isFund() {
        return list.stream().anyMatch(FUND::contains);
    }

    /** Whether the word says nothing of who is named. */
    static boolean isFiller(String word) {
        return EMPTY.contains(word);
    }

    /** Every run of three letters, the first marked, so that how a name begins counts. */
    Set<String> trigrams() {
        var grams = new HashSet<String>(compact.length() * 2);
        var text = "^" + compact;
        for (int at = 0; at + 3 <= text.length(); at++) {
            grams.add(text.substring(at, at + 3));
        }
        return grams;
    }

    /**
     * A word and all that is left of it when one letter is lost: two words of which one has a letter changed, lost, added
     * or exchanged with its neighbour have one of these in common. None of words too short to be told apart so, nor of
     * those so long that their runs of letters tell.
     */
    static Set<String> slips(String word) {
        var slips = new LinkedHashSet<String>();
        if (word.length() < SHORTEST_WITH_SLIP || word.length() > LONGEST_WITH_SLIP) {
            return slips;
        }
        slips.add(word);
        for (int at = 0; at < word.length(); at++) {
            slips.add(word.substring(0, at) + word.substring(at + 1));
        }
        return slips;
    }

    /** The same runs as numbers, in order and each once, for comparing many quickly. */
    long[] runs() {
        var text = "^" + compact;
        var runs = new long[Math.max(0, text.length() - 2)];
        for (int at = 0; at < runs.length; at++) {
            runs[at] = (long) text.charAt(at) << 32 | (long) text.charAt(at + 1) << 16 | text.charAt(at + 2);
        }
        Arrays.sort(runs);
        int kept = 0;
        for (int at = 0; at < runs.length; at++) {
            if (at == 0 || runs[at] != runs[at - 1]) {
                runs[kept++] = runs[at];
            }
        }
        return Arrays.copyOf(runs, kept);
    }

    /** The share of runs that two names have in common (Dice). */
    static double common(long[] one, long[] other) {
        int both = 0;
        for (int at = 0, there = 0; at < one.length && there < other.length; ) {
            if (one[at] == other[there]) {
                both++;
                at++;
                there++;
            } else if (one[at] < other[there]) {
                at++;
            } else {
                there++;
            }
        }
        return one.length + other.length == 0 ? 0 : 2.0 * both / (one.length + other.length);
    }
}
