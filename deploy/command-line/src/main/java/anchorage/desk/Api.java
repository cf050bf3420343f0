package anchorage.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The public API, as clients of the identity provider see it. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENT_TRIES = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Wire wire = new Wire();
    private final String gateway;
    private final Tokens tokens;

    /** @param gateway its address, without a slash at its end */
    public Api(String gateway, Tokens tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    /** An access token for that client. */
    public String token(String client) {
        return tokens.of(client);
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
        var response = wire.send(request, BodyHandlers.ofFile(file));
        if (response.statusCode() / 100 != 2) {
            throw new ApiRefused(response.statusCode(), text(file));
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

    /** Deletes. */
    public void delete(String client, String path) {
        expect(send(client, "DELETE", path, BodyPublishers.noBody(), Map.of()));
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
        var response = wire.send(request, BodyHandlers.ofString());
        for (int tries = 1; tries < PATIENT_TRIES && isToWait(response); tries++) {
            Pause.millis(1000
                    * Math.min(
                            60,
                            response.headers().firstValueAsLong("Retry-After").orElse(1)));
            response = wire.send(request, BodyHandlers.ofString());
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
            throw new NotDone(Outcome.NO_ANSWER, "What answers is not Anchorage, or is broken: " + body, failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new NotDone(Outcome.NO_FILE, "cannot read " + file, failure);
        }
    }
}
