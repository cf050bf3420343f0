package anchorage.local.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A register of companies in the number that a benchmark wants, as Companies House lays it out. A few words stand in
 * very many names and most words in few; many companies are kin, with all but one word of another's name. No two have
 * the same name.
 */
public final class MadeUpCompanies {

    private static final String HEADER = "CompanyName, CompanyNumber,RegAddress.CareOf,RegAddress.POBox,"
            + "RegAddress.AddressLine1, RegAddress.AddressLine2,RegAddress.PostTown,RegAddress.County,RegAddress.Country,"
            + "RegAddress.PostCode,CompanyCategory,CompanyStatus,CountryOfOrigin,DissolutionDate,IncorporationDate,"
            + "Accounts.AccountRefDay,Accounts.AccountRefMonth,Accounts.NextDueDate,Accounts.LastMadeUpDate,"
            + "Accounts.AccountCategory,Returns.NextDueDate,Returns.LastMadeUpDate,Mortgages.NumMortCharges,"
            + "Mortgages.NumMortOutstanding,Mortgages.NumMortPartSatisfied,Mortgages.NumMortSatisfied,"
            + "SICCode.SicText_1,SICCode.SicText_2,SICCode.SicText_3,SICCode.SicText_4,LimitedPartnerships.NumGenPartners,"
            + "LimitedPartnerships.NumLimPartners,URI,PreviousName_1.CONDATE, PreviousName_1.CompanyName\n";
    private static final String[] ONSETS = "B C D F G H K L M N P R S T W BR CL TH ST SH".split(" ");
    private static final String[] RIMES = "A E I O AN EL IN OR AY OW".split(" ");
    private static final int SURNAMES = 300_000;
    private static final List<String> TRADES =
            List.of(("SERVICES CONSULTING PROPERTIES HOLDINGS SOLUTIONS MANAGEMENT DEVELOPMENTS GROUP CONSTRUCTION "
                            + "TRADING PROPERTY INVESTMENTS DESIGN BUILDING ENGINEERING CARE HOMES MEDIA TRANSPORT "
                            + "TECHNOLOGY SYSTEMS HEALTHCARE LOGISTICS CLEANING PLUMBING HEATING ELECTRICAL FOODS "
                            + "CATERING MOTORS HAULAGE SECURITY TRAINING ESTATES LETTINGS ACCOUNTANTS FINANCE CAPITAL "
                            + "PARTNERS INTERNATIONAL GLOBAL DIGITAL MARKETING SOFTWARE ENERGY RECRUITMENT JOINERY "
                            + "ROOFING SCAFFOLDING LANDSCAPES INTERIORS KITCHENS BATHROOMS FLOORING GLAZING PLASTERING "
                            + "PAINTING DECORATING SUPPLIES PRODUCTS WHOLESALE RETAIL STORES FASHION BEAUTY HAIR SALON "
                            + "FITNESS SPORTS LEISURE TRAVEL TOURS HOTELS INNS RESTAURANTS BAKERY DAIRY FARMS "
                            + "NURSERIES SCHOOL EDUCATION CHILDCARE DENTAL MEDICAL PHARMACY OPTICIANS VETERINARY LEGAL "
                            + "SOLICITORS ARCHITECTS SURVEYORS PLANNING ENVIRONMENTAL WASTE RECYCLING METALS STEEL "
                            + "PLASTICS PACKAGING PRINTING PUBLISHING FILMS MUSIC EVENTS EXHIBITIONS GALLERY ARTS "
                            + "COMMUNITY HOUSING SUPPORT")
                    .split(" "));
    private static final List<String> PLACES =
            List.of(("LONDON UK MANCHESTER NORTHERN MIDLANDS YORKSHIRE LEEDS BRISTOL KENT ESSEX SCOTLAND WALES BOLTON "
                            + "OLDHAM BURY SALFORD STOCKPORT WIGAN DERBY NORFOLK")
                    .split(" "));
    private static final String[][] SHORT_FORMS = {
        {"SERVICES", "SVCS"},
        {"MANAGEMENT", "MGMT"},
        {"ENGINEERING", "ENG"},
        {"CONSTRUCTION", "CONST"},
        {"DEVELOPMENTS", "DEVS"},
        {"INTERNATIONAL", "INTL"},
        {"AND", "&"},
        {"GROUP", "GRP"},
        {"MANCHESTER", "MCR"}
    };

    private final int count;
    private final Random random = new Random(4);
    private final long[] seen;
    private String kin = "";

    public MadeUpCompanies(int count) {
        this.count = count;
        this.seen = new long[Math.max(16, Integer.highestOneBit(count) << 1)];
    }

    /** A company: its number, and its name as the register writes it. */
    public record Company(String number, String name) {}

    /** Gives each company once. */
    public void each(Consumer<Company> use) {
        for (int number = 0; number < count; number++) {
            var name = name();
            while (!isNew(name)) {
                name = name + " " + word();
            }
            kin = name;
            use.accept(new Company("%08d".formatted(number + 1), name + form()));
        }
    }

    /** Writes all of them as a file of the register, and gives each. */
    public void write(Path file, Consumer<Company> use) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            each(company -> {
                row(out, company);
                use.accept(company);
            });
        }
    }

    private static void row(BufferedWriter out, Company company) {
        int number = Integer.parseInt(company.number());
        try {
            out.write("\"" + company.name() + "\",\"" + company.number() + "\",,,\"" + number % 300
                    + " MILL ROW\",,DARWEN,,,\"ZQ" + number / 5760 % 90 + " " + number / 576 % 10
                    + (char) ('A' + number / 24 % 24) + (char) ('A' + number % 24)
                    + "\",\"Private Limited Company\",\"Active\",\"United Kingdom\",,\"03/04/1990\",31,3,,,"
                    + "\"MICRO ENTITY\",,,0,0,0,0,\"62020 - Information technology consultancy activities\",,,,0,0,"
                    + "\"http://business.data.gov.uk/id/company/" + company.number() + "\",,\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The name as a clerk could have written it: with one slip, one thing left out, or one thing added. */
    public static String written(String name, Random random) {
        var words = name.replaceFirst(" (LIMITED|LTD|LLP|PLC)$", "").split(" ");
        int longest = 0;
        for (int at = 1; at < words.length; at++) {
            longest = words[at].length() > words[longest].length() ? at : longest;
        }
        var word = words[longest];
        int at = 1 + random.nextInt(Math.max(1, word.length() - 2));
        switch (random.nextInt(9)) {
            case 0 ->
                words[longest] = word.length() < 4
                        ? word
                        : word.substring(0, at)
                                + word.charAt(at + 1 < word.length() ? at + 1 : at)
                                + word.charAt(at)
                                + word.substring(Math.min(word.length(), at + 2));
            case 1 -> words[longest] = word.substring(0, at) + word.substring(at + 1);
            case 2 -> words[longest] = word.substring(0, at) + "E" + word.substring(at);
            case 3 -> {
                return words.length > 2 ? String.join(" ", List.of(words).subList(0, words.length - 1)) : name;
            }
            case 4 -> {
                return name.substring(0, Math.min(name.length(), 18 + random.nextInt(12)));
            }
            case 5 -> {
                return name + " T/A " + surname(random) + " " + trade(random);
            }
            case 6 -> {
                return name + " (" + PLACES.get(random.nextInt(PLACES.size())) + " BRANCH)";
            }
            case 7 -> {
                return words[0]
                        + (words.length > 1 ? words[1] : "")
                        + name.substring(Math.min(
                                name.length(), words[0].length() + 1 + (words.length > 1 ? words[1].length() : 0)));
            }
            default -> {
                for (var pair : SHORT_FORMS) {
                    if (List.of(words).contains(pair[0])) {
                        return String.join(" ", words).replace(pair[0], pair[1]);
                    }
                }
                if (words.length > 2) {
                    var first = words[0];
                    words[0] = words[1];
                    words[1] = first;
                }
            }
        }
        return String.join(" ", words) + " LTD";
    }

    private String name() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> word() + " " + trade(random);
            case 3, 4 -> word() + " " + trade(random) + " " + trade(random);
            case 5 -> word() + " AND " + word() + " " + trade(random);
            case 6 -> word() + " " + PLACES.get(random.nextInt(PLACES.size())) + " " + trade(random);
            case 7 -> "" + letter() + letter() + letter() + " " + trade(random);
            case 8 -> word() + " " + word();
            default ->
                kin.contains(" ")
                        ? kin.substring(0, kin.lastIndexOf(' ')) + " " + trade(random)
                        : word() + " " + trade(random);
        };
    }

    private String form() {
        int share = random.nextInt(100);
        return share < 80 ? " LIMITED" : share < 94 ? " LTD" : share < 98 ? " LLP" : " PLC";
    }

    private String word() {
        return surname(random);
    }

    /** The square of a number between 0 and 1 makes the first words the frequent ones. */
    private static String surname(Random random) {
        var place = random.nextDouble();
        int word = (int) (place * place * SURNAMES);
        var name = syllable(word % 200) + syllable(word / 200 % 200);
        return word < 40_000 ? name : name + syllable(word / 40_000 * 23 % 200);
    }

    private static String trade(Random random) {
        var place = random.nextDouble();
        return TRADES.get((int) (place * place * TRADES.size()));
    }

    private char letter() {
        return (char) ('A' + random.nextInt(26));
    }

    private static String syllable(int number) {
        return ONSETS[number / RIMES.length] + RIMES[number % RIMES.length];
    }

    /** Whether no company has the name yet; that two names have one 64-bit digest is not to be expected. */
    private boolean isNew(String name) {
        long digest = 1125899906842597L;
        for (int at = 0; at < name.length(); at++) {
            digest = 31 * digest + name.charAt(at);
        }
        digest = digest * 0x9E3779B97F4A7C15L | 1;
        int place = (int) (digest >>> 40) & seen.length - 1;
        while (seen[place] != 0) {
            if (seen[place] == digest) {
                return false;
            }
            place = place + 1 & seen.length - 1;
        }
        seen[place] = digest;
        return true;
    }
}
