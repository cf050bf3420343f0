package anchorage.registry.candidate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How well matching does, as a page of the docs and a picture. */
final class MatchingReport {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    private static final int MARGIN = 50;
    private static final List<String> COLOURS = List.of("#0b5fa5", "#c25700", "#5b7f1b", "#8a2a8a");

    private MatchingReport() {}

    /** The table of methods, one row each. */
    static String table(Map<String, List<Link>> methods) {
        var text = new StringBuilder("""
                | method | decided alone | precision | recall, names | recall, lines | recall, value | wrong at recall 0.70 | wrong at 0.80 | wrong at 0.90 |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        methods.forEach((name, links) -> text.append(row(name, links)));
        return text.toString();
    }

    static String row(String name, List<Link> links) {
        var quality = new LinkQuality(links);
        long decided = links.stream().filter(Link::decided).count();
        var alone = decided == 0
                ? "- | - | - | - | -"
                : String.format(
                        Locale.ROOT,
                        "%d | %.4f | %.3f | %.3f | %.3f",
                        decided,
                        LinkQuality.precision(links),
                        LinkQuality.recall(links, label -> 1),
                        LinkQuality.recall(links, label -> label.lines()),
                        LinkQuality.recall(links, LinkQuality::pounds));
        return "| " + name + " | " + alone + " | " + wrong(quality, 0.70) + " | " + wrong(quality, 0.80) + " | "
                + wrong(quality, 0.90) + " |\n";
    }

    /** Our own figures for each set of labels. */
    static String sets(List<Link> links) {
        var text = new StringBuilder("""
                | labels | names | with a true match | decided alone | of these right | precision | recall |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        var bySet = links.stream()
                .collect(Collectors.groupingBy(link -> link.label().set(), TreeMap::new, Collectors.toList()));
        bySet.forEach((set, own) -> {
            long findable = own.stream()
                    .filter(link -> link.label().truth().isPresent())
                    .count();
            long decided = own.stream().filter(Link::decided).count();
            long right = own.stream()
                    .filter(link -> link.decided() && link.isRight())
                    .count();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d | %s | %s |%n",
                    set,
                    own.size(),
                    findable,
                    decided,
                    right,
                    decided == 0 ? "-" : String.format(Locale.ROOT, "%.4f", (double) right / decided),
                    findable == 0 ? "-" : String.format(Locale.ROOT, "%.3f", (double) right / findable)));
        });
        return text.toString().replace("\r", "");
    }

    /** What both councils pay to suppliers of both, by each way of telling suppliers apart. */
    static String shared(Map<String, SharedSpend.Shared> ways) {
        var text = new StringBuilder("""
                | told apart by | shared suppliers | paid to them, GBP |
                | --- | ---: | ---: |
                """);
        ways.forEach((way, shared) -> text.append(
                String.format(Locale.ROOT, "| %s | %d | %,.2f |%n", way, shared.suppliers(), shared.value())));
        return text.toString().replace("\r", "");
    }

    /** Precision over recall, one line a method. */
    static String plot(Map<String, List<Link>> methods) {
        var svg = new StringBuilder(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <title>Precision and recall of matching, by method</title>
                <rect width="%d" height="%d" fill="#fff"/>
                """, WIDTH, HEIGHT, WIDTH, HEIGHT));
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            svg.append(String.format(
                    Locale.ROOT,
                    """
                    <line x1="%1$.1f" y1="%3$.1f" x2="%2$.1f" y2="%3$.1f" stroke="#ddd"/>
                    <text x="%4$.1f" y="%3$.1f" text-anchor="end">%5$.1f</text>
                    <text x="%6$.1f" y="%7$d" text-anchor="middle">%5$.1f</text>
                    """,
                    x(0),
                    x(1),
                    y(tenth / 10.0),
                    x(0) - 6,
                    tenth / 10.0,
                    x(tenth / 10.0),
                    HEIGHT - 30));
        }
        svg.append(String.format(Locale.ROOT, """
                <text x="%d" y="%d" text-anchor="middle">recall: of the names with a true match, how many are found</text>
                <text x="14" y="%d" text-anchor="middle" transform="rotate(-90 14 %d)">precision: of the links, how many are right</text>
                """, WIDTH / 2, HEIGHT - 8, HEIGHT / 2, HEIGHT / 2));
        int at = 0;
        for (var method : methods.entrySet()) {
            var colour = COLOURS.get(at % COLOURS.size());
            var points = new LinkQuality(method.getValue()).curve();
            if (points.size() == 1) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"%s\"/>%n",
                        x(points.get(0).recall()),
                        y(points.get(0).precision()),
                        colour));
            } else {
                svg.append(String.format(
                        Locale.ROOT,
                        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>%n",
                        colour,
                        thinned(points)));
            }
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" fill=\"%s\">%s</text>%n",
                    x(0.05),
                    HEIGHT - 70 - 16 * (methods.size() - at),
                    colour,
                    method.getKey()));
            at++;
        }
        return svg.append("</svg>\n").toString().replace("\r", "");
    }

    private static String thinned(List<LinkQuality.Point> points) {
        var line = new StringBuilder();
        double last = -1;
        for (int at = 0; at < points.size(); at++) {
            var point = points.get(at);
            if (point.recall() - last >= 0.005 || at == points.size() - 1) {
                line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point.recall()), y(point.precision())));
                last = point.recall();
            }
        }
        return line.toString().strip();
    }

    private static String wrong(LinkQuality quality, double recall) {
        var wrong = quality.wrongAt(recall);
        return wrong.isPresent() ? String.valueOf(wrong.getAsLong()) : "not reached";
    }

    private static double x(double recall) {
        return MARGIN + recall * (WIDTH - 2 * MARGIN);
    }

    private static double y(double precision) {
        return HEIGHT - MARGIN - precision * (HEIGHT - 2 * MARGIN);
    }
}
