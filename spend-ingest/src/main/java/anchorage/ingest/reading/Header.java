package anchorage.ingest.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The header of a table, wherever it stands: below titles, or as the last line.
 *
 * @param delimiter the character between cells, where there is one
 * @param record which record it is, the first being 1; 0 if the table has none and continues the one before it
 * @param mapping what its columns mean: as the feed says, or as the header proposes
 * @param confidences from 0 to 1 by field key, where the header proposes
 * @param weight how much it looks like a header
 * @param isLast whether the lines stand above it
 */
record Header(
        char delimiter,
        int record,
        List<String> cells,
        ColumnMapping mapping,
        Map<String, Double> confidences,
        double weight,
        boolean isLast) {

    private static final int LOOKED_AT_CLOSELY = 3;
    private static final int VALUES = 300;
    private static final int USUALLY_WITHIN = 60;
    private static final double SURE = 6;
    private static final double SURELY_RENAMED = 0.8;

    /** A table without a record has no header. */
    private static final Header NONE =
            new Header('\0', 0, List.of(), new ColumnMapping(Map.of(), null), Map.of(), -1, false);

    /**
     * The likeliest header among records.
     *
     * @param isWhole whether the records are all that the table has
     * @param before the header of the table before, or null
     */
    static Header find(
            char delimiter,
            List<List<String>> records,
            boolean isWhole,
            Optional<ColumnMapping> mapping,
            Header before) {
        var best = NONE;
        for (int at : likely(records, mapping)) {
            var candidate = candidate(delimiter, records, at, isWhole, mapping);
            if (candidate.weight > best.weight) {
                best = candidate;
            }
        }
        for (int upper = best.record - 1; mapping.isEmpty() && !best.isComplete() && upper <= best.record; upper++) {
            var twoRows = ofTwoRows(delimiter, records, upper, best);
            if (twoRows.isComplete()) {
                return twoRows;
            }
        }
        if (before != null && !best.isComplete() && before.fits(records)) {
            return new Header(delimiter, 0, before.cells, before.mapping, before.confidences, before.weight, false);
        }
        return best;
    }

    /** This header, if it serves the mapping, or without one proposes what is needed. */
    Header serving(Optional<ColumnMapping> wanted) {
        if (weight < 0) {
            throw new UnreadableFile("empty-file", "The file holds no record.");
        }
        if (record == 0) {
            return this;
        }
        if (wanted.isPresent()) {
            var adapted = MappingAdaptation.of(wanted.get(), cells, SURELY_RENAMED);
            return new Header(delimiter, record, cells, adapted, confidences, weight, isLast);
        }
        NonLedger.refuse(cells);
        var missing = mapping.missing();
        if (missing.isPresent()) {
            throw new UnreadableFile(
                    // One that has dates and amounts is a ledger all the same, and must not be passed over.
                    isOfPayments() ? "unknown-supplier" : "unknown-header",
                    "No column for '" + missing.get().key() + "' was found. The likeliest header is record " + record
                            + ": " + shortened(cells) + ". " + nearest(missing.get())
                            + "Name the columns in the feed's mapping; known headers for it are "
                            + missing.get().headers() + ".");
        }
        return this;
    }

    boolean isComplete() {
        return mapping.missing().isEmpty();
    }

    private boolean isOfPayments() {
        return mapping.header(Field.PAID_ON).isPresent()
                && mapping.header(Field.AMOUNT).isPresent();
    }

    /** Where a header stands, or -1. A number behind # says which of several that are called alike. */
    static int position(List<String> cells, String header) {
        var exact = position(cells, header, 1);
        var mark = header.lastIndexOf('#');
        if (exact >= 0 || mark < 0 || !header.substring(mark + 1).matches("[1-9]\\d{0,2}")) {
            return exact;
        }
        return position(cells, header.substring(0, mark), Integer.parseInt(header.substring(mark + 1)));
    }

    private static int position(List<String> cells, String header, int which) {
        var wanted = HeaderName.key(header);
        int found = 0;
        for (int at = 0; at < cells.size(); at++) {
            if (HeaderName.key(cells.get(at)).equals(wanted) && ++found == which) {
                return at;
            }
        }
        return -1;
    }

    private static Header candidate(
            char delimiter, List<List<String>> records, int at, boolean isWhole, Optional<ColumnMapping> mapping) {
        var cells = records.get(at);
        boolean isLast = isWhole
                && at > 0
                && records.subList(at + 1, records.size()).stream().allMatch(Header::isBlank);
        if (mapping.isPresent()) {
            long held = mapping.get().columns().values().stream()
                    .filter(header -> position(cells, header) >= 0)
                    .count();
            return new Header(delimiter, at + 1, cells, mapping.get(), Map.of(), held, isLast);
        }
        var values = isLast
                ? records.subList(Math.max(0, at - VALUES), at)
                : records.subList(at + 1, Math.min(records.size(), at + 1 + VALUES));
        var proposal = MappingProposal.of(cells, values);
        return new Header(
                delimiter, at + 1, cells, proposal.mapping(), proposal.confidences(), proposal.weight(), isLast);
    }

    /** A header whose words stand in two rows, such as Payment over Date; taken only if nothing else will do. */
    private static Header ofTwoRows(char delimiter, List<List<String>> records, int upper, Header first) {
        if (upper < 1 || upper >= records.size()) {
            return first;
        }
        var above = records.get(upper - 1);
        var below = records.get(upper);
        if (below.stream().anyMatch(ColumnValues::isDate) && below.stream().anyMatch(ColumnValues::isAmount)) {
            // A payment, which must not go into a header.
            return first;
        }
        var joined = IntStream.range(0, Math.max(above.size(), below.size()))
                .mapToObj(at -> ((at < above.size() ? above.get(at) : "") + " "
                                + (at < below.size() ? below.get(at) : ""))
                        .strip())
                .toList();
        var proposal =
                MappingProposal.of(joined, records.subList(upper + 1, Math.min(records.size(), upper + 1 + VALUES)));
        return new Header(
                delimiter, upper + 1, joined, proposal.mapping(), proposal.confidences(), proposal.weight(), false);
    }

    /** The records that look most like headers, judged quickly, in the order in which they stand. */
    private static List<Integer> likely(List<List<String>> records, Optional<ColumnMapping> mapping) {
        var weights = new LinkedHashMap<Integer, Double>();
        // A record that holds every column of the feed's mapping is its header.
        double sure =
                mapping.map(known -> Math.min(SURE, known.columns().size())).orElse(SURE);
        boolean surely = false;
        for (int at = 0; at < records.size(); at++) {
            var weight =
                    mapping.isPresent() ? held(records.get(at), mapping.get()) : KnownHeaders.weight(records.get(at));
            if (weight > 0) {
                weights.put(at, weight);
                surely |= weight >= sure;
            }
            if (surely && at >= USUALLY_WITHIN) {
                break;
            }
        }
        if (weights.isEmpty()) {
            // None is known: the first record of the usual width is what a person would take for the header.
            return IntStream.range(0, records.size())
                    .boxed()
                    .max(Comparator.comparingInt(at -> (int) records.get(at).stream()
                                            .filter(cell -> !cell.isBlank())
                                            .count()
                                    * 10_000
                            - Math.min(at, 9_999)))
                    .stream()
                    .toList();
        }
        var best = new ArrayList<>(weights.keySet());
        best.sort(Comparator.<Integer>comparingDouble(weights::get).reversed());
        return best.subList(0, Math.min(LOOKED_AT_CLOSELY, best.size())).stream()
                .sorted()
                .toList();
    }

    private static double held(List<String> cells, ColumnMapping mapping) {
        var keys = cells.stream().map(HeaderName::key).toList();
        return mapping.columns().values().stream()
                        .filter(header -> keys.contains(HeaderName.key(header))
                                || keys.contains(HeaderName.key(header.replaceFirst("#\\d+$", ""))))
                        .count()
                + KnownHeaders.weight(cells) / 1000;
    }

    /** Whether records without a header are more of this one's lines: dates and amounts stand in the same columns. */
    private boolean fits(List<List<String>> records) {
        var date = position(cells, mapping.header(Field.PAID_ON).orElse(""));
        var amount = position(cells, mapping.header(Field.AMOUNT).orElse(""));
        var lines = records.stream().filter(cells -> !isBlank(cells)).limit(5).toList();
        return date >= 0
                && amount >= 0
                && !lines.isEmpty()
                && lines.stream()
                        .allMatch(line -> line.size() > Math.max(date, amount)
                                && ColumnValues.isDate(line.get(date))
                                && ColumnValues.isAmount(line.get(amount)));
    }

    private String nearest(Field field) {
        return cells.stream()
                .filter(cell -> !cell.isBlank())
                .max(Comparator.comparingDouble(cell -> field.headers().stream()
                        .mapToDouble(known -> HeaderName.likeness(HeaderName.key(cell), HeaderName.key(known)))
                        .max()
                        .orElse(0)))
                .map(cell -> KnownHeaders.means(cell, field)
                        ? "Column '" + shortened(cell) + "' is there, but what stands below it cannot be that; look "
                                + "whether the cells below stand one column beside their headers. "
                        : "The nearest column is '" + shortened(cell) + "'. ")
                .orElse("");
    }

    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    private static String shortened(Object cells) {
        var text = cells.toString();
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }
}
