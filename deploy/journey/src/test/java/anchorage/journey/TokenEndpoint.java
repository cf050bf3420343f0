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
import java.util.Map;

/** Where clients ask for tokens. */
final class TokenEndpoint {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private TokenEndpoint() {}

    static HttpResponse<String> bySecret(String client, String secret) throws IOException, InterruptedException {
        return ask(Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    static HttpResponse<String> ask(Map<String, String> form) throws IOException, InterruptedException {
        var body = String.join(
                "&",
                form.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                        .toList());
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(Whole.stack().keycloak().tokenUrl()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
