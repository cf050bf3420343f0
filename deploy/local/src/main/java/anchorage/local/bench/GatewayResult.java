package anchorage.local.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of the gateway.
 *
 * @param busy pairs of runs over many connections, in which the machine has no time to spare
 * @param alone pairs of runs over one connection, in which no request waits for another
 * @param megabytes the size of an upload
 * @param grownMegabytes what the gateway's memory grew by in all uploads
 */
record GatewayResult(
        String work, List<Pair> busy, List<Pair> alone, long megabytes, List<Upload> uploads, long grownMegabytes)
        implements Bench.Result {

    /** Runs of small requests, one after the other: through the gateway, through nginx, and to the service itself. */
    record Pair(Wrk.Load ours, Wrk.Load nginx, Wrk.Load direct) {

        double rate() {
            return ours.perSecond() / nginx.perSecond();
        }

        /** Milliseconds by which the gateway lengthens the median answer. */
        double oursAdds() {
            return ours.median() - direct.median();
        }

        /** Milliseconds by which nginx does. */
        double nginxAdds() {
            return nginx.median() - direct.median();
        }
    }

    /** One pair of uploads, in megabytes a second. */
    record Upload(double ours, double nginx) {

        double ratio() {
            return ours / nginx;
        }
    }

    /** The gateway's rate to nginx's, the median of the pairs. */
    @JsonProperty
    public double rate() {
        return median(busy, Pair::rate);
    }

    /** The worst pair's. */
    @JsonProperty
    public double worstRate() {
        return busy.stream().mapToDouble(Pair::rate).min().orElse(Double.NaN);
    }

    /** How many times what nginx adds the gateway adds, with nothing waiting. */
    @JsonProperty
    public double added() {
        return added(alone);
    }

    /** The gateway's bytes a second to nginx's, the median of the pairs. */
    @JsonProperty
    public double upload() {
        return median(uploads, Upload::ratio);
    }

    @Override
    public String table() {
        return small("small answers, 16 connections", busy)
                + "  requests a second to nginx's %.2f (worst %.2f, goal 0.60); adds %.2f times what nginx adds%n"
                        .formatted(rate(), worstRate(), added(busy))
                + small("small answers, one connection", alone)
                + "  adds %.2f ms where nginx adds %.2f ms: %.2f times (goal 2)%n"
                        .formatted(median(alone, Pair::oursAdds), median(alone, Pair::nginxAdds), added())
                + large();
    }

    private static String small(String what, List<Pair> pairs) {
        var table = new StringBuilder(what)
                .append("\n  pair     ours/s   nginx/s     ratio   ours ms  nginx ms  service ms\n");
        for (int at = 0; at < pairs.size(); at++) {
            var pair = pairs.get(at);
            table.append("  %-6d %8.0f %9.0f %9.2f %9.2f %9.2f %11.2f%n"
                    .formatted(
                            at + 1,
                            pair.ours.perSecond(),
                            pair.nginx.perSecond(),
                            pair.rate(),
                            pair.ours.median(),
                            pair.nginx.median(),
                            pair.direct.median()));
        }
        return table.toString();
    }

    private String large() {
        var table = new StringBuilder("uploads of %d MB%n  pair    ours MB/s nginx MB/s  ratio%n".formatted(megabytes));
        for (int at = 0; at < uploads.size(); at++) {
            var pair = uploads.get(at);
            table.append("  %-6d %9.0f %9.0f %9.2f%n".formatted(at + 1, pair.ours, pair.nginx, pair.ratio()));
        }
        return table
                + "  median of ratios %.2f (goal 0.50); the gateway grew by %d MB (goal 32)"
                        .formatted(upload(), grownMegabytes);
    }

    /** Of medians, since a single pair's difference may be all noise. */
    private static double added(List<Pair> pairs) {
        return median(pairs, Pair::oursAdds) / median(pairs, Pair::nginxAdds);
    }

    private static <T> double median(List<T> pairs, ToDoubleFunction<T> of) {
        var sorted = pairs.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
