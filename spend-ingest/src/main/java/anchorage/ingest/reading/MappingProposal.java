package anchorage.ingest.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mapping that a header suggests.
 *
 * @param mapping the columns found
 * @param confidences from 0 to 1 by field key: 1 for a known header, less for one that is nearly so
 */
public record MappingProposal(ColumnMapping mapping, Map<String, Double> confidences) {

    private static final double NEARLY = 0.8;

    /** Proposes a mapping for a header. */
    public static MappingProposal of(List<String> header) {
        var candidates = new ArrayList<Candidate>();
        for (var field : Field.values()) {
            for (int column = 0; column < header.size(); column++) {
                candidate(field, header.get(column), column).ifPresent(candidates::add);
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        var columns = new LinkedHashMap<String, String>();
        var confidences = new LinkedHashMap<String, Double>();
        var taken = new HashSet<Integer>();
        for (var candidate : candidates) {
            if (!columns.containsKey(candidate.field.key()) && taken.add(candidate.column)) {
                columns.put(candidate.field.key(), candidate.header);
                confidences.put(candidate.field.key(), candidate.confidence);
            }
        }
        return new MappingProposal(new ColumnMapping(columns, null), confidences);
    }

    /** Whether every needed field has a column. */
    public boolean isComplete() {
        return mapping.missing().isEmpty();
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

    private static Optional<Candidate> candidate(Field field, String header, int column) {
        var key = HeaderName.key(header);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Candidate best = null;
        for (int rank = 0; rank < field.headers().size(); rank++) {
            var known = HeaderName.key(field.headers().get(rank));
            var likeness = key.equals(known) ? 1 : HeaderName.likeness(key, known);
            // An exact header beats a near one; of two exact ones the better known wins.
            var score = likeness - rank * 0.001 - (likeness < 1 ? 0.1 : 0);
            if (likeness >= NEARLY && (best == null || score > best.score)) {
                best = new Candidate(field, header, column, Math.round(likeness * 100) / 100.0, score);
            }
        }
        return Optional.ofNullable(best);
    }

    private record Candidate(Field field, String header, int column, double confidence, double score) {}
}
