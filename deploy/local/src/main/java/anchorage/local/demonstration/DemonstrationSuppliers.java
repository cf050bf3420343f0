package anchorage.local.demonstration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/** The suppliers of the demonstration region. */
final class DemonstrationSuppliers {

    private static final List<String> GREATER_MANCHESTER = List.of(
            "E08000001",
            "E08000002",
            "E08000003",
            "E08000004",
            "E08000005",
            "E08000006",
            "E08000007",
            "E08000008",
            "E08000009",
            "E08000010");

    /** Preston, Liverpool, Warrington, Cheshire East, Leeds, Birmingham, Westminster, the City, Reading, Edinburgh. */
    private static final List<String> ELSEWHERE = List.of(
            "E07000123",
            "E08000012",
            "E06000007",
            "E06000049",
            "E08000035",
            "E08000025",
            "E09000033",
            "E09000001",
            "E06000038",
            "S12000036");

    private static final List<String> FIRST = List.of(
            "Irwell",
            "Medlock",
            "Etherow",
            "Croal",
            "Goyt",
            "Roch",
            "Douglas",
            "Tonge",
            "Bridgewater",
            "Winter Hill",
            "Hollins",
            "Mossbank",
            "Kersal",
            "Longdendale",
            "Heaton",
            "Ashworth",
            "Pennine",
            "Beehive",
            "Weavers",
            "Canal Street",
            "Red Rose",
            "Foundry",
            "Clarion",
            "Castle",
            "Lark Hill",
            "Ringley",
            "Brindle",
            "Harrop",
            "Whitefield",
            "Dunham");
    private static final List<String> SECOND = List.of(
            "Bridge", "Vale", "Mill", "Court", "House", "Green", "Park", "Works", "Hall", "Lane", "Yard", "Meadow",
            "Row", "Gate", "Common", "Brook", "Field", "Square", "Wharf", "Edge");
    private static final List<String> NATIONAL = List.of(
            "Harcourt National",
            "Albion",
            "Meridian UK",
            "Castlemaine",
            "Sovereign Group",
            "Brunswick",
            "Landmark",
            "Northgate Central",
            "Pillar",
            "Regent");
    private static final List<String> LOCAL_OWNERS = List.of(
            "PRIVATE_COMPANY",
            "PRIVATE_COMPANY",
            "PRIVATE_COMPANY",
            "PRIVATE_COMPANY",
            "CIC",
            "CHARITY",
            "CO_OPERATIVE",
            "COMMUNITY_BENEFIT_SOCIETY",
            "EMPLOYEE_OWNED",
            "SOLE_TRADER");
    private static final List<String> OTHER_OWNERS = List.of("PLC", "PLC", "PRIVATE_COMPANY", "OVERSEAS_COMPANY");

    private final List<DemonstrationSupplier> local = new ArrayList<>();
    private final List<DemonstrationSupplier> elsewhere = new ArrayList<>();

    DemonstrationSuppliers(Random random) {
        var names = new HashSet<String>();
        for (var trade : Trade.values()) {
            for (int count = 0; count < 90; count++) {
                local.add(supplier(random, trade, names, FIRST, GREATER_MANCHESTER, LOCAL_OWNERS));
            }
            for (int count = 0; count < 12; count++) {
                elsewhere.add(supplier(random, trade, names, NATIONAL, ELSEWHERE, OTHER_OWNERS));
            }
            for (int count = 0; count < 40; count++) {
                elsewhere.add(supplier(random, trade, names, FIRST, ELSEWHERE, OTHER_OWNERS));
            }
        }
    }

    List<DemonstrationSupplier> all() {
        var all = new ArrayList<>(local);
        all.addAll(elsewhere);
        return all;
    }

    /** A supplier of the trade; a few get most of the orders, as everywhere. */
    DemonstrationSupplier pick(Random random, Trade trade, boolean isLocal) {
        var candidates = (isLocal ? local : elsewhere)
                .stream().filter(supplier -> supplier.trade() == trade).toList();
        double skewed = Math.pow(random.nextDouble(), 2.4);
        return candidates.get((int) (skewed * candidates.size()));
    }

    private DemonstrationSupplier supplier(
            Random random,
            Trade trade,
            HashSet<String> names,
            List<String> first,
            List<String> districts,
            List<String> owners) {
        String name;
        do {
            name = pick(random, first) + " " + pick(random, SECOND) + " " + trade.word;
        } while (!names.add(name));
        var owner = pick(random, owners);
        int number = names.size();
        int district = random.nextInt(districts.size());
        var area = districts == GREATER_MANCHESTER ? "ZG" : "ZX";
        // Several suppliers share a postcode, as in a business park.
        var postcode = area + (district + 1) + " " + number % 10 + (char) ('A' + number / 10 % 20)
                + (char) ('A' + number / 200 % 20);
        return new DemonstrationSupplier(
                name + " " + form(owner), "ZD%06d".formatted(number), postcode, districts.get(district), owner, trade);
    }

    private static String form(String owner) {
        return switch (owner) {
            case "PLC" -> "PLC";
            case "CIC" -> "CIC";
            case "CHARITY" -> "Trust";
            case "SOLE_TRADER" -> "Services";
            case "CO_OPERATIVE" -> "Co-operative Limited";
            case "COMMUNITY_BENEFIT_SOCIETY" -> "Society Limited";
            default -> "Limited";
        };
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
