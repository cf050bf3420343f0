package anchorage.ingest.reading;

import java.util.List;

/** Tables that public bodies publish beside their ledgers, and that hold no payments. */
enum NonLedger {
    CONTRACTS(
            "a contracts register: what was agreed, not what was paid",
            "contract start|start date|contract commencement|commencement date|award date|date awarded",
            "contract end|end date|expiry date|contract expiry|review date|finish date|duration|contract length",
            "contract title|contract value|contract ref|contract reference|title|tender|procurement process"
                    + "|contract description|contract name|lot|supplier|contractor"),
    STAFF(
            "a list of posts and salaries",
            "salary|salary range|salary ceiling|pay grade|pay band|grade",
            "job title|post title|post|role"),
    ASSETS(
            "a register of land and buildings",
            "uprn|unique property reference|property reference",
            "tenure|asset type|freehold|easting|geox"),
    PARKING("a table of parking accounts", "parking", "surplus|deficit|penalty"),
    CREDITOR_PERFORMANCE(
            "a table of how promptly invoices are paid",
            "paid within|within 30 days|invoices paid",
            "percentage|%|proportion");

    private final String what;
    private final List<List<String>> words;

    NonLedger(String what, String... words) {
        this.what = what;
        this.words = java.util.Arrays.stream(words)
                .map(alternatives -> List.of(alternatives.split("\\|")))
                .toList();
    }

    /** Refuses a header of which every group of words says that the table is something else. */
    static void refuse(List<String> header) {
        var cells = header.stream()
                .map(cell -> cell.toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^a-z0-9%]+", " ")
                        .strip())
                .toList();
        // A ledger may say when a contract ran, but only a ledger says when something was paid.
        if (cells.stream()
                .anyMatch(cell -> cell.contains("paid date")
                        || cell.contains("date paid")
                        || cell.contains("payment date")
                        || cell.contains("date of payment")
                        || cell.contains("transaction")
                        || cell.contains("invoice date")
                        || cell.equals("date"))) {
            return;
        }
        for (var kind : values()) {
            if (kind.words.stream().allMatch(group -> says(cells, group))) {
                throw new UnreadableFile(
                        "not-a-ledger",
                        "The file is " + kind.what + ". Push the ledger of payments; its header names a date of "
                                + "payment, a supplier and an amount.");
            }
        }
    }

    private static boolean says(List<String> cells, List<String> group) {
        return group.stream().anyMatch(word -> cells.stream().anyMatch(cell -> cell.contains(word)));
    }
}
