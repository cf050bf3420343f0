package anchorage.registry.candidate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A logistic model: the probability that a candidate is the one looked for. Its weights are data, {@code model.csv},
 * trained from labelled ledgers by {@code ModelTraining}; the file says how. That it is a sum is what makes it
 * explainable: each feature's part of it can be told.
 */
public final class Model {

    private static final String INTERCEPT = "INTERCEPT";
    private static final String ACCEPT = "ACCEPT";
    private static final String MARGIN = "MARGIN";
    private static final String REVIEW = "REVIEW";

    private final double[] weights;
    private final double intercept;
    private final Map<String, Double> thresholds;

    Model(double intercept, double[] weights, Map<String, Double> thresholds) {
        this.intercept = intercept;
        this.weights = weights.clone();
        this.thresholds = Map.copyOf(thresholds);
    }

    /** The model that is shipped. */
    public static Model shipped() {
        try (var lines = new BufferedReader(
                new InputStreamReader(Model.class.getResourceAsStream("model.csv"), StandardCharsets.UTF_8))) {
            var values = new HashMap<String, Double>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.equals("name,value"))
                    .map(line -> line.split(","))
                    .forEach(cells -> values.put(cells[0], Double.valueOf(cells[1])));
            var weights = new double[Feature.values().length];
            for (var feature : Feature.values()) {
                weights[feature.ordinal()] = values.getOrDefault(feature.name(), 0.0);
            }
            return new Model(
                    values.get(INTERCEPT),
                    weights,
                    Map.of(
                            ACCEPT, values.get(ACCEPT),
                            MARGIN, values.get(MARGIN),
                            REVIEW, values.get(REVIEW)));
        } catch (IOException damaged) {
            throw new UncheckedIOException("the model cannot be read", damaged);
        }
    }

    /** At least this probable, a candidate is accepted without a person. */
    public double accept() {
        return thresholds.get(ACCEPT);
    }

    /** So much more probable than the runner-up must it be. */
    public double margin() {
        return thresholds.get(MARGIN);
    }

    /** At least this probable, a person is asked. */
    public double review() {
        return thresholds.get(REVIEW);
    }

    double intercept() {
        return intercept;
    }

    double[] weights() {
        return weights.clone();
    }

    double probability(Comparison comparison) {
        double sum = intercept;
        var values = comparison.values();
        for (int at = 0; at < weights.length; at++) {
            sum += weights[at] * values[at];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** What spoke most for and against a candidate, in words. */
    List<String> reasons(Comparison comparison) {
        record Reason(double part, String words) {}
        var reasons = new ArrayList<Reason>();
        for (var feature : Feature.values()) {
            double part = weights[feature.ordinal()] * comparison.value(feature);
            if (Math.abs(part) < 0.2) {
                continue;
            }
            boolean isGoodWhenHigh = weights[feature.ordinal()] > 0;
            reasons.add(new Reason(part, feature.words(isGoodWhenHigh == isAsset(feature))));
        }
        return reasons.stream()
                .sorted(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.part())))
                .limit(4)
                .map(reason -> (reason.part() > 0 ? "for it: " : "against it: ") + reason.words())
                .toList();
    }

    /** Whether a high value of the feature is what its helping words describe. */
    private static boolean isAsset(Feature feature) {
        return switch (feature) {
            case RAREST_MISSING,
                    RAREST_ADDED,
                    FORM_DIFFERS,
                    FORM_MISSING,
                    NUMBERS_DIFFER,
                    AMBIGUOUS,
                    POSTCODE_FAR,
                    IDENTIFIER_DIFFERS,
                    FORMER_NAME,
                    PART_OF_NAME,
                    ONE_WORD,
                    FUND_OF,
                    TOTALS_ROW -> false;
            default -> true;
        };
    }
}
