package anchorage.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person's browser does, as far as signing in needs it: cookies of each site, and one form. */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]+action=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    /** Gets an address, without following where it leads. */
    HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    /** Posts as a page of that origin does. */
    HttpResponse<String> post(String address, String origin, String mediaType, String body) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Origin", origin)
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Fills in the identity provider's form, and answers where it leads. */
    HttpResponse<String> fillIn(HttpResponse<String> page, String name, String password) {
        var form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form: " + page.statusCode() + " " + page.body());
        }
        return post(
                form.group(1).replace("&amp;", "&"),
                "http://" + page.uri().getAuthority(),
                "application/x-www-form-urlencoded",
                "username=" + URLEncoder.encode(name, UTF_8) + "&password=" + URLEncoder.encode(password, UTF_8));
    }

    /** The cookies that it holds of an address's site. */
    Map<String, String> cookies(String address) {
        return cookies.computeIfAbsent(URI.create(address).getAuthority(), any -> new TreeMap<>());
    }

    /** Where an answer leads. */
    static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(answer.uri()::resolve)
                .map(URI::toString)
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " leads nowhere: " + answer.body()));
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        var held = cookies(builder.build().uri().toString());
        if (!held.isEmpty()) {
            builder.header(
                    "Cookie",
                    held.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var answer = http.send(builder.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(given -> keep(held, given));
            return answer;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void keep(Map<String, String> held, String given) {
        var pair = given.split(";", 2);
        var name = pair[0].substring(0, pair[0].indexOf('='));
        if (given.toLowerCase(Locale.ROOT).contains("max-age=0")) {
            held.remove(name);
        } else {
            held.put(name, pair[0].substring(pair[0].indexOf('=') + 1));
        }
    }
}
