package anchorage.kit.sunset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From when an operation is deprecated, until when it lasts at least, and what takes its place. */
record Ending(LocalDate deprecatedOn, LocalDate endsOn, String successor) {

    /** What the policy promises (docs/http.md). */
    private static final int MONTHS_AT_LEAST = 12;

    /** A date as HTTP writes it (RFC 9110, 5.6.7), of which the day of the month has two digits. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    Ending {
        if (endsOn.isBefore(deprecatedOn.plusMonths(MONTHS_AT_LEAST))) {
            throw new IllegalArgumentException("What is deprecated on " + deprecatedOn + " lasts until "
                    + deprecatedOn.plusMonths(MONTHS_AT_LEAST) + " at least, not until " + endsOn + ".");
        }
    }

    static Ending of(Sunset sunset) {
        return new Ending(LocalDate.parse(sunset.deprecatedOn()), LocalDate.parse(sunset.endsOn()), sunset.successor());
    }

    /** The headers that tell of it: Deprecation (RFC 9745), Sunset (RFC 8594), and where to read on. */
    Map<String, List<String>> headers() {
        return Map.of(
                "Deprecation", List.of("@" + start(deprecatedOn).getEpochSecond()),
                "Sunset", List.of(HTTP_DATE.format(start(endsOn))),
                "Link",
                        List.of(
                                "<" + successor + ">; rel=\"successor-version\"",
                                "</docs/http#what-ends>; rel=\"deprecation\"; type=\"text/html\""));
    }

    /** The same for a reader of the API's description. */
    String sentence() {
        return "Deprecated since " + deprecatedOn + ", and may be gone from " + endsOn + " on: use " + successor + ".";
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
