package anchorage.ingest.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The mapping that a header suggests, and the first values below it confirm.
 *
 * @param mapping the columns found
 * @param confidences from 0 to 1 by field key: 1 for a known header above fitting values, less for one that is nearly
 *     so, or that only a word in it gives away
 */
public record MappingProposal(ColumnMapping mapping, Map<String, Double> confidences) {

    private static final double NEARLY = 0.8;
    /** So alike is Suppkuer to Supplier, and Data to Date; only what stands below can tell. */
    private static final double IF_VALUES_FIT = 0.72;

    private static final double BY_VALUES = 0.5;
    private static final double BY_A_WORD = 0.7;
    private static final double HALF_FIT = 0.5;
    private static final double FIT = 0.9;
    private static final double UNFIT = 0.2;
    private static final double EMPTY = 0.3;

    /** Proposes a mapping for a header alone. */
    public static MappingProposal of(List<String> header) {
        return of(header, List.of());
    }

    /**
     * Proposes a mapping.
     *
     * @param records the first records below the header
     */
    static MappingProposal of(List<String> header, List<List<String>> records) {
        var candidates = new ArrayList<Candidate>();
        var values = new HashMap<Integer, ColumnValues>();
        for (var field : Field.values()) {
            for (int column = 0; column < header.size(); column++) {
                var named = candidate(field, header.get(column), column);
                if (named.isPresent()) {
                    var below = values.computeIfAbsent(column, at -> new ColumnValues(records, at));
                    named.get().confirmedBy(records.isEmpty(), below).ifPresent(candidates::add);
                }
            }
        }
        // A gross amount stands beside the amount only where another column is the amount.
        candidates.sort(Comparator.comparing((Candidate candidate) -> candidate.field == Field.GROSS)
                .thenComparing(Comparator.comparingDouble(Candidate::score).reversed()));
        var columns = new LinkedHashMap<String, String>();
        var confidences = new LinkedHashMap<String, Double>();
        var taken = new HashSet<Integer>();
        for (var candidate : candidates) {
            if (!columns.containsKey(candidate.field.key()) && taken.add(candidate.column)) {
                columns.put(candidate.field.key(), told(header, candidate.column));
                confidences.put(candidate.field.key(), candidate.confidence);
                mustBeOne(candidate, header, records, values);
            }
        }
        for (var field : List.of(Field.PAID_ON, Field.AMOUNT)) {
            if (!columns.containsKey(field.key())) {
                withoutAName(field, header, records, taken).ifPresent(column -> {
                    taken.add(column);
                    columns.put(field.key(), told(header, column));
                    confidences.put(field.key(), BY_VALUES);
                });
            }
        }
        return new MappingProposal(new ColumnMapping(columns, null), confidences);
    }

    /** The only column without a name below which nothing but such values stands. */
    private static Optional<Integer> withoutAName(
            Field field, List<String> header, List<List<String>> records, Set<Integer> taken) {
        var fitting = IntStream.range(0, header.size())
                .filter(column -> !taken.contains(column)
                        && HeaderName.key(header.get(column)).isEmpty())
                .filter(column -> new ColumnValues(records, column).surelyShare(field) > FIT)
                .boxed()
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** How much of a header this looks: needed fields first, then all fields. */
    double weight() {
        double needed = 0;
        for (var field : Field.values()) {
            if (field.isRequired() && mapping.header(field).isPresent()) {
                needed += 10;
            }
        }
        return needed
                + confidences.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The header, told from others that are called alike. */
    private static String told(List<String> header, int column) {
        int which = 1;
        for (int at = 0; at < column; at++) {
            which += HeaderName.key(header.get(at)).equals(HeaderName.key(header.get(column))) ? 1 : 0;
        }
        var name = header.get(column).isBlank() ? "" : header.get(column);
        return which == 1 && !name.isEmpty() ? name : name + "#" + which;
    }

    /** Two columns of amounts that are called alike and differ are no place for guessing. */
    private static void mustBeOne(
            Candidate chosen, List<String> header, List<List<String>> records, Map<Integer, ColumnValues> values) {
        if (chosen.field != Field.AMOUNT) {
            return;
        }
        for (int column = 0; column < header.size(); column++) {
            if (column != chosen.column && HeaderName.key(header.get(column)).equals(HeaderName.key(chosen.header))) {
                var other = values.computeIfAbsent(column, at -> new ColumnValues(records, at));
                if (other.share(Field.AMOUNT) > HALF_FIT && other.differsFrom(values.get(chosen.column))) {
                    throw new UnreadableFile(
                            "ambiguous-column",
                            "Two columns are called '" + chosen.header + "' and hold different amounts. Say which "
                                    + "counts in the feed's mapping, as '" + chosen.header + "#1' or '" + chosen.header
                                    + "#2'.");
                }
            }
        }
    }

    private static Optional<Candidate> candidate(Field field, String header, int column) {
        var key = HeaderName.key(header);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        boolean isSaid = field.isRequired() && KnownHeaders.means(header, field);
        double needed = field.canBeToldByValues() && !isSaid ? IF_VALUES_FIT : NEARLY;
        Candidate best = null;
        for (int rank = 0; rank < field.headers().size(); rank++) {
            var known = HeaderName.key(field.headers().get(rank));
            var likeness = key.equals(known) ? 1 : HeaderName.likeness(key, known);
            // An exact header beats a near one; of two exact ones the better known wins.
            var score = likeness - rank * 0.001 - (likeness < 1 ? 0.1 : 0);
            if (likeness >= needed && (best == null || score > best.score)) {
                best = new Candidate(field, header, column, Math.round(likeness * 100) / 100.0, score);
            }
        }
        if (best == null && isSaid) {
            // Net before gross, payment before invoice: what the lists say by their order, words say here.
            var lower = header.toLowerCase(java.util.Locale.ROOT);
            var second = lower.contains("gross") || lower.contains("inc") || lower.contains("invoice") ? 0.05 : 0;
            best = new Candidate(field, header, column, BY_A_WORD, BY_A_WORD - 0.1 - second);
        }
        return Optional.ofNullable(best);
    }

    private record Candidate(Field field, String header, int column, double confidence, double score) {

        /** This candidate as strong as the values below make it, if they allow it at all. */
        Optional<Candidate> confirmedBy(boolean nothingBelow, ColumnValues below) {
            boolean isHardlyAlike = confidence > BY_A_WORD && confidence < NEARLY;
            if (nothingBelow) {
                return isHardlyAlike ? Optional.empty() : Optional.of(this);
            }
            var share = below.isEmpty() ? EMPTY : below.share(field);
            if (isHardlyAlike && share <= FIT
                    || !below.isEmpty() && share < HALF_FIT && !(confidence == 1 && field.isRequired())) {
                return Optional.empty();
            }
            // A known header above values that do not fit is still that header, unless a better is found; and a few odd
            // values do not make a less known header the better one.
            var fit = share > FIT ? 1 : Math.max(share, UNFIT);
            return Optional.of(
                    new Candidate(field, header, column, Math.round(confidence * fit * 100) / 100.0, score * fit));
        }
    }
}
