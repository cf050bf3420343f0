package anchorage.local.demonstration;

import java.util.List;

/**
 * An anchor of the demonstration region.
 *
 * @param lines how many lines its ledgers hold in a year, about
 */
record DemonstrationAnchor(String id, String name, String kind, String homePlace, int lines, Layout layout) {

    /** The ways in which the region's anchors write their ledgers. */
    enum Layout {
        /** The LGA's spend schema, with company numbers. */
        LGA,
        /** Day, month and year with strokes; amounts with a trailing space. */
        SERVICE_LABELS,
        /** Dots in dates, Windows-1252, pound signs and thousands commas. */
        POUND_SIGNS,
        /** Spend over GBP 25,000 as the NHS writes it: gross, a title above the header, a total below the lines. */
        OVER_25K
    }

    static final List<DemonstrationAnchor> ALL = List.of(
            council("bolton", "Bolton", "E08000001", Layout.SERVICE_LABELS),
            council("bury", "Bury", "E08000002", Layout.SERVICE_LABELS),
            council("manchester", "Manchester", "E08000003", Layout.POUND_SIGNS),
            council("oldham", "Oldham", "E08000004", Layout.LGA),
            council("rochdale", "Rochdale", "E08000005", Layout.SERVICE_LABELS),
            council("salford", "Salford", "E08000006", Layout.LGA),
            council("stockport", "Stockport", "E08000007", Layout.POUND_SIGNS),
            council("tameside", "Tameside", "E08000008", Layout.LGA),
            council("trafford", "Trafford", "E08000009", Layout.LGA),
            council("wigan", "Wigan", "E08000010", Layout.SERVICE_LABELS),
            new DemonstrationAnchor(
                    "demo-irwell-hospitals",
                    "Irwell Valley Hospitals NHS Trust (demonstration)",
                    "NHS_TRUST",
                    "E08000006",
                    3200,
                    Layout.OVER_25K),
            new DemonstrationAnchor(
                    "demo-tame-hospitals",
                    "Tame Valley Hospitals NHS Trust (demonstration)",
                    "NHS_TRUST",
                    "E08000008",
                    2600,
                    Layout.OVER_25K),
            new DemonstrationAnchor(
                    "demo-university",
                    "University of the Three Rivers (demonstration)",
                    "UNIVERSITY",
                    "E08000003",
                    3600,
                    Layout.LGA),
            new DemonstrationAnchor(
                    "demo-housing",
                    "Croal Homes (demonstration)",
                    "HOUSING_ASSOCIATION",
                    "E08000001",
                    3000,
                    Layout.SERVICE_LABELS),
            new DemonstrationAnchor(
                    "demo-college", "Etherow College (demonstration)", "COLLEGE", "E08000007", 1600, Layout.LGA),
            new DemonstrationAnchor(
                    "demo-police",
                    "Greater Manchester Police (demonstration)",
                    "POLICE",
                    "E47000001",
                    2600,
                    Layout.POUND_SIGNS));

    private static DemonstrationAnchor council(String place, String name, String code, Layout layout) {
        return new DemonstrationAnchor(
                "demo-" + place + "-council", name + " Council (demonstration)", "LOCAL_AUTHORITY", code, 5900, layout);
    }

    boolean isCouncil() {
        return kind.equals("LOCAL_AUTHORITY");
    }
}
