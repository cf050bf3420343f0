package anchorage.local.demonstration;

/**
 * What the region's anchors buy, and how much of it stays: the stories that the figures have to tell.
 *
 * <p>Councils buy their catering from national firms while the housing association and the college feed people from
 * kitchens down the road; agency staff and software leak to London; care and building stay; cleaning came back in
 * 2025-26.
 *
 * @param weight how often it is bought
 * @param typical pounds of a usual invoice
 * @param localForCouncils share of invoices that go to local suppliers, when a council buys
 * @param localForOthers the same, when another anchor buys
 */
enum Trade {
    CARE("Care", "SOCIAL CARE : Residential", "320000", 26, 2400, 0.74, 0.60),
    BUILDING("Building", "CONSTRUCTION : Building Works", "110000", 12, 9500, 0.66, 0.58),
    AGENCY("Recruitment", "HR : Agency Staff", "202000", 11, 3100, 0.16, 0.20),
    CATERING("Catering", "CATERING : School and Staff Meals", "271000", 8, 1900, 0.12, 0.86),
    SOFTWARE("Software", "ICT : Software and Licences", "215000", 7, 6200, 0.14, 0.24),
    CLEANING("Cleaning", "CLEANING : Contract Cleaning", "191000", 8, 1100, 0.35, 0.50),
    TRANSPORT("Transport", "TRANSPORT : Passenger Transport", "361000", 7, 900, 0.70, 0.45),
    ENERGY("Energy", "UTILITIES : Electricity and Gas", "341000", 5, 7800, 0.03, 0.03),
    LEGAL("Legal", "LEGAL SERVICES : Advice", "261000", 4, 2700, 0.52, 0.40),
    GROUNDS("Grounds", "HORTICULTURAL : Grounds Maintenance", "241000", 4, 1300, 0.81, 0.77),
    EQUIPMENT("Medical Supplies", "MEDICAL : Equipment and Consumables", "291000", 4, 4300, 0.22, 0.10),
    TRAINING("Training", "EDUCATION : Training Courses", "221000", 4, 800, 0.55, 0.48);

    final String word;
    final String label;
    final String code;
    final int weight;
    final double typical;
    final double localForCouncils;
    final double localForOthers;

    Trade(
            String word,
            String label,
            String code,
            int weight,
            double typical,
            double localForCouncils,
            double localForOthers) {
        this.word = word;
        this.label = label;
        this.code = code;
        this.weight = weight;
        this.typical = typical;
        this.localForCouncils = localForCouncils;
        this.localForOthers = localForOthers;
    }

    /** The share that goes to local suppliers in a financial year. */
    double local(boolean isCouncil, int year) {
        if (this == CLEANING && isCouncil && year >= 2025) {
            return 0.82;
        }
        return isCouncil ? localForCouncils : localForOthers;
    }
}
