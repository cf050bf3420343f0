package anchorage.registry.candidate;

import anchorage.registry.candidate.LabelledNames.Labelled;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes the model's weights from labelled names: logistic regression by Newton's method with a little shrinking, over
 * the candidates of the names that are for training. The thresholds are then chosen on the same names; what they are
 * worth is reported on the others.
 */
final class ModelTraining {

    private static final double SHRINKING = 2;
    private static final int ITERATIONS = 25;
    private static final double PRECISION_WANTED = 0.992;

    /** Weights of what the labelled names do not carry, set by hand. */
    private static final Map<Feature, Double> BY_HAND = new EnumMap<>(Map.of(
            Feature.POSTCODE_SAME,
            2.0,
            Feature.POSTCODE_NEAR,
            0.5,
            Feature.POSTCODE_FAR,
            -0.7,
            Feature.IDENTIFIER_DIFFERS,
            -6.0,
            Feature.CUT_OFF,
            1.5,
            Feature.FORMER_NAME,
            -0.3));

    private record Example(double[] values, boolean isTrue) {}

    private ModelTraining() {}

    /** The weights, with thresholds that accept nothing yet. */
    static Model weights(NameIndex index, LabelledNames names, List<Labelled> labelled) {
        var nothing = new Model(0, new double[Feature.values().length], thresholds(2, 0));
        var unweighted = new Ranking(nothing);
        // The model is asked only where no identifier and no name decides, so it learns from such names.
        var decided = new Matching(nothing)
                .match(
                        index,
                        labelled.stream()
                                .map(label -> Sought.named(label.name()))
                                .toList());
        var examples = index.read(searcher -> {
            var made = new ArrayList<Example>();
            for (int at = 0; at < labelled.size(); at++) {
                if (decided.get(at).supplier().isPresent()) {
                    continue;
                }
                var label = labelled.get(at);
                for (var comparison : unweighted.compare(searcher, Sought.named(label.name()))) {
                    if (names.judges(label, comparison.candidate().supplier())) {
                        made.add(new Example(
                                comparison.values(),
                                label.truth()
                                        .filter(comparison.candidate().supplier()::equals)
                                        .isPresent()));
                    }
                }
            }
            return made;
        });
        return fit(examples);
    }

    /** The model with thresholds that reach the wanted precision on these names and recall the most. */
    static Model withThresholds(Model weights, NameIndex index, LabelledNames names, List<Labelled> labelled) {
        var cautious = new Matching(new Model(intercept(weights), weightsOf(weights), thresholds(2, 0)));
        var sought = labelled.stream().map(label -> Sought.named(label.name())).toList();
        var matches = cautious.match(index, sought);
        double bestAccept = 1;
        double bestMargin = 1;
        long bestFound = -1;
        for (double accept = 0.30; accept < 0.995; accept += 0.01) {
            for (double margin : new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7}) {
                long right = 0;
                long decided = 0;
                for (int at = 0; at < matches.size(); at++) {
                    var who = who(matches.get(at), accept, margin);
                    if (who != null && names.judges(labelled.get(at), who)) {
                        decided++;
                        right += labelled.get(at).truth().filter(who::equals).isPresent() ? 1 : 0;
                    }
                }
                if (decided > 0 && (double) right / decided >= PRECISION_WANTED && right > bestFound) {
                    bestFound = right;
                    bestAccept = accept;
                    bestMargin = margin;
                }
            }
        }
        return new Model(intercept(weights), weightsOf(weights), thresholds(bestAccept, bestMargin));
    }

    private static java.util.UUID who(Match match, double accept, double margin) {
        if (match.supplier().isPresent()) {
            return match.supplier().get();
        }
        if (match.candidates().isEmpty()) {
            return null;
        }
        var best = match.candidates().get(0);
        double next = match.candidates().size() > 1 ? match.candidates().get(1).score() : 0;
        return best.wellFounded() && best.score() >= accept && best.score() - next >= margin ? best.supplier() : null;
    }

    /** The model as its file has it. */
    static String written(Model model, String how) {
        var text = new StringBuilder();
        how.lines().forEach(line -> text.append("# ").append(line).append('\n'));
        text.append("name,value\n");
        text.append(line("INTERCEPT", intercept(model)));
        for (var feature : Feature.values()) {
            text.append(line(feature.name(), weightsOf(model)[feature.ordinal()]));
        }
        text.append(line("ACCEPT", model.accept()));
        text.append(line("MARGIN", model.margin()));
        text.append(line("REVIEW", model.review()));
        return text.toString();
    }

    private static String line(String name, double value) {
        return String.format(Locale.ROOT, "%s,%.4f%n", name, value).replace("\r", "");
    }

    private static Map<String, Double> thresholds(double accept, double margin) {
        return Map.of("ACCEPT", accept, "MARGIN", margin, "REVIEW", 0.25);
    }

    private static double intercept(Model model) {
        return model.intercept();
    }

    private static double[] weightsOf(Model model) {
        return model.weights();
    }

    private static Model fit(List<Example> examples) {
        int size = Feature.values().length + 1;
        var weights = new double[size];
        BY_HAND.forEach((feature, weight) -> weights[feature.ordinal()] = weight);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            var gradient = new double[size];
            var curvature = new double[size][size];
            for (var example : examples) {
                var values = java.util.Arrays.copyOf(example.values(), size);
                values[size - 1] = 1;
                double sum = 0;
                for (int at = 0; at < size; at++) {
                    sum += weights[at] * values[at];
                }
                double probability = 1 / (1 + Math.exp(-sum));
                double error = (example.isTrue() ? 1 : 0) - probability;
                double spread = probability * (1 - probability);
                for (int row = 0; row < size; row++) {
                    if (values[row] == 0) {
                        continue;
                    }
                    gradient[row] += error * values[row];
                    for (int column = 0; column < size; column++) {
                        curvature[row][column] += spread * values[row] * values[column];
                    }
                }
            }
            for (int at = 0; at < size; at++) {
                gradient[at] -= at < size - 1 ? SHRINKING * weights[at] : 0;
                curvature[at][at] += SHRINKING + 1e-6;
            }
            var step = solved(curvature, gradient);
            for (int at = 0; at < size; at++) {
                if (at == size - 1 || !BY_HAND.containsKey(Feature.values()[at])) {
                    weights[at] += step[at];
                }
            }
        }
        return new Model(weights[size - 1], java.util.Arrays.copyOf(weights, size - 1), thresholds(2, 0));
    }

    /** Gauss's elimination, with the greatest pivot. */
    private static double[] solved(double[][] matrix, double[] right) {
        int size = right.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) {
                    pivot = row;
                }
            }
            var swapped = matrix[column];
            matrix[column] = matrix[pivot];
            matrix[pivot] = swapped;
            double value = right[column];
            right[column] = right[pivot];
            right[pivot] = value;
            for (int row = column + 1; row < size; row++) {
                double factor = matrix[row][column] / matrix[column][column];
                for (int at = column; at < size; at++) {
                    matrix[row][at] -= factor * matrix[column][at];
                }
                right[row] -= factor * right[column];
            }
        }
        var solution = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = right[row];
            for (int at = row + 1; at < size; at++) {
                sum -= matrix[row][at] * solution[at];
            }
            solution[row] = sum / matrix[row][row];
        }
        return solution;
    }
}
