package anchorage.registry.candidate;

import anchorage.registry.candidate.LabelledNames.Labelled;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/** How good links are: of those made, how many are right; of those there are, how many are found. */
final class LinkQuality {

    private final List<Link> surestFirst;
    private final long findable;

    LinkQuality(List<Link> links) {
        surestFirst = links.stream()
                .filter(link -> link.supplier().isPresent())
                .sorted(Comparator.comparingDouble(Link::score)
                        .reversed()
                        .thenComparing(link -> link.label().set())
                        .thenComparing(link -> link.label().name()))
                .toList();
        findable =
                links.stream().filter(link -> link.label().truth().isPresent()).count();
    }

    /** A place on the curve. */
    record Point(double recall, double precision) {}

    /** Precision at every recall, from the surest links to all. */
    List<Point> curve() {
        var points = new ArrayList<Point>();
        long right = 0;
        for (int at = 0; at < surestFirst.size(); at++) {
            right += surestFirst.get(at).isRight() ? 1 : 0;
            boolean isLastOfItsScore = at + 1 == surestFirst.size()
                    || surestFirst.get(at + 1).score() < surestFirst.get(at).score();
            if (isLastOfItsScore) {
                points.add(new Point((double) right / findable, (double) right / (at + 1)));
            }
        }
        return points;
    }

    /** How many wrong links are made until so much is found; empty where the method never finds so much. */
    OptionalLong wrongAt(double recall) {
        long right = 0;
        for (int at = 0; at < surestFirst.size(); at++) {
            right += surestFirst.get(at).isRight() ? 1 : 0;
            if (right >= recall * findable) {
                return OptionalLong.of(at + 1 - right);
            }
        }
        return OptionalLong.empty();
    }

    static double precision(List<Link> links) {
        long decided = links.stream().filter(Link::decided).count();
        long right =
                links.stream().filter(link -> link.decided() && link.isRight()).count();
        return decided == 0 ? 0 : (double) right / decided;
    }

    /** The share of what could be found that is found without a person, in names, lines or pounds. */
    static double recall(List<Link> links, ToDoubleFunction<Labelled> weight) {
        double found = 0;
        double all = 0;
        for (var link : links) {
            if (link.label().truth().isPresent()) {
                all += weight.applyAsDouble(link.label());
                found += link.decided() && link.isRight() ? weight.applyAsDouble(link.label()) : 0;
            }
        }
        return all == 0 ? 0 : found / all;
    }

    static double pounds(Labelled label) {
        return label.value().max(BigDecimal.ZERO).doubleValue();
    }
}
