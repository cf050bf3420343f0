package anchorage.local.bench;

import anchorage.local.part.PartFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** wrk: a closed loop of requests over kept connections. It measures capacity, and the tail of latency badly. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec: +([0-9.]+)");
    private static final Pattern MEDIAN = Pattern.compile("50% +([0-9.]+)(us|ms|s)");
    private static final Map<String, Double> MILLISECONDS = Map.of("us", 0.001, "ms", 1.0, "s", 1000.0);

    private Wrk() {}

    /** Requests a second, and the median answer in milliseconds. */
    record Load(double perSecond, double median) {}

    static Load run(String url, String token, int connections, int seconds) throws IOException {
        var process = new ProcessBuilder(
                        "wrk",
                        "--latency",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "-H",
                        "Authorization: Bearer " + token,
                        url)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var rate = RATE.matcher(said);
        var median = MEDIAN.matcher(said);
        if (!rate.find() || !median.find() || said.contains("Non-2xx")) {
            throw new PartFailed("wrk of " + url + " says: " + said);
        }
        return new Load(
                Double.parseDouble(rate.group(1)),
                Double.parseDouble(median.group(1)) * MILLISECONDS.get(median.group(2)));
    }
}
