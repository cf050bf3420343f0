package anchorage.local.client;

import anchorage.local.part.Keycloak;
import anchorage.local.part.PartFailed;
import anchorage.local.part.Pause;
import anchorage.local.part.Secrets;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The public API, as one client of the identity provider sees it. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENT_TRIES = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String gateway;
    private final String tokenUrl;
    private final Secrets secrets;
    private final Map<String, Token> tokens = new HashMap<>();

    public Api(String gateway, Keycloak keycloak, Secrets secrets) {
        this.gateway = gateway;
        this.tokenUrl = keycloak.realmUrl() + "/protocol/openid-connect/token";
        this.secrets = secrets;
    }

    private record Token(String value, Instant until) {}

    /** An access token for a client whose secret this installation holds. */
    public synchronized String token(String client) {
        var known = tokens.get(client);
        if (known != null && known.until.isAfter(Instant.now())) {
            return known.value;
        }
        var secret = secrets.known(client)
                .orElseThrow(() -> new PartFailed("There is no secret for client '" + client
                        + "' in this installation. Demonstration clients are admin-cli-demo, steward-demo, "
                        + "analyst-demo, and publisher-<anchor> for an anchor created with './anchorage anchor'."));
        var form = "grant_type=client_credentials&client_id=" + encoded(client) + "&client_secret=" + encoded(secret);
        var request = HttpRequest.newBuilder(URI.create(tokenUrl))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        var response = send(request);
        if (response.statusCode() != 200) {
            throw new PartFailed("Keycloak gave no token for " + client + ": " + response.body());
        }
        var answer = tree(response.body());
        var lifetime = answer.get("expires_in").asLong();
        var token =
                new Token(answer.get("access_token").asText(), Instant.now().plusSeconds(Math.max(1, lifetime - 30)));
        tokens.put(client, token);
        return token.value;
    }

    /** Gets a resource. */
    public JsonNode get(String client, String path) {
        return tree(expect(send(client, "GET", path, BodyPublishers.noBody(), Map.of())));
    }

    /** Gets a resource as CSV. */
    public String csv(String client, String path) {
        return expect(send(client, "GET", path, BodyPublishers.noBody(), Map.of("Accept", "text/csv")));
    }

    /** Gets a resource of that media type into a file. */
    public void download(String client, String path, String mediaType, Path file) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(client))
                .header("Accept", mediaType)
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofFile(file));
            if (response.statusCode() / 100 != 2) {
                throw new ApiRefused(response.statusCode(), Files.readString(file));
            }
        } catch (IOException failure) {
            throw new NoAnswer(request.uri(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted");
        }
    }

    /** Puts JSON. */
    public JsonNode put(String client, String path, Object body) {
        return tree(expect(send(client, "PUT", path, json(body), Map.of("Content-Type", "application/json"))));
    }

    /** Posts a body, and answers what came back. */
    public JsonNode post(String client, String path, BodyPublisher body, Map<String, String> headers) {
        return tree(expect(send(client, "POST", path, body, headers)));
    }

    /** Sends a request and answers whatever came back. */
    public HttpResponse<String> send(
            String client, String method, String path, BodyPublisher body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(PATIENCE);
        if (client != null) {
            request.header("Authorization", "Bearer " + token(client));
        }
        headers.forEach(request::header);
        return patiently(request.method(method, body).build());
    }

    /** Sends again what was answered with the wish to wait, some times. */
    private HttpResponse<String> patiently(HttpRequest request) {
        var response = send(request);
        for (int tries = 1; tries < PATIENT_TRIES && isToWait(response); tries++) {
            Pause.millis(1000
                    * Math.min(
                            60,
                            response.headers().firstValueAsLong("Retry-After").orElse(1)));
            response = send(request);
        }
        return response;
    }

    private static boolean isToWait(HttpResponse<String> response) {
        return (response.statusCode() == 429 || response.statusCode() == 503)
                && response.headers().firstValue("Retry-After").isPresent();
    }

    /** A value for a path or a query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new NoAnswer(request.uri(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted");
        }
    }

    static String expect(HttpResponse<String> response) {
        if (response.statusCode() / 100 == 2) {
            return response.body();
        }
        throw new ApiRefused(response.statusCode(), response.body());
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException failure) {
            throw new PartFailed("the answer is not JSON: " + body, failure);
        }
    }

    /** No answer came: there is nobody, or the connection broke. */
    public static final class NoAnswer extends PartFailed {

        NoAnswer(URI address, IOException cause) {
            super("Anchorage does not answer at " + address + ". Is it up? './anchorage status' tells.", cause);
        }
    }

    /** The API answered with a problem. */
    public static final class ApiRefused extends RuntimeException {

        private final int status;

        ApiRefused(int status, String body) {
            super(sentence(status, body));
            this.status = status;
        }

        public int status() {
            return status;
        }

        private static String sentence(int status, String body) {
            try {
                var problem = JSON.readTree(body);
                var text = new StringBuilder(problem.path("title").asText("HTTP " + status));
                if (problem.hasNonNull("detail")) {
                    text.append(". ").append(problem.get("detail").asText());
                }
                problem.path("errors").forEach(error -> text.append("\n  ")
                        .append(error.path("pointer").asText())
                        .append(": ")
                        .append(error.path("detail").asText()));
                return text.toString();
            } catch (JsonProcessingException notJson) {
                return "HTTP " + status + ": " + body;
            }
        }
    }
}
