package anchorage.ingest.anchor;

import anchorage.ingest.IngestSettings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The administration of the region's realm at the identity provider, as far as our own client there may use it. */
@ApplicationScoped
class RealmAdministration {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final IngestSettings.IdentityProvider provider;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @Inject
    RealmAdministration(IngestSettings settings, ObjectMapper json) {
        this(settings.identity(), json);
    }

    RealmAdministration(IngestSettings.IdentityProvider provider, ObjectMapper json) {
        this.provider = provider;
        this.json = json;
    }

    /** Comes in, with a token that is good for a few requests. */
    Access open() {
        var form = "grant_type=client_credentials&client_id=" + encoded(provider.client()) + "&client_secret="
                + encoded(provider.secret());
        var request = HttpRequest.newBuilder(provider.tokenUrl())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return new Access(body(send(request)).get("access_token").asText());
    }

    /** Text as it may stand in a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A value as JSON text. */
    String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IdentityProviderFailed("it does not answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IdentityProviderFailed("the request was interrupted", interrupted);
        }
    }

    private JsonNode body(HttpResponse<String> response) {
        expect(response, 200);
        try {
            return json.readTree(response.body());
        } catch (JsonProcessingException failure) {
            throw new IdentityProviderFailed("its answer is not JSON", failure);
        }
    }

    private static void expect(HttpResponse<String> response, int... statuses) {
        for (var status : statuses) {
            if (response.statusCode() == status) {
                return;
            }
        }
        throw new IdentityProviderFailed(
                "it answered " + response.statusCode() + " to "
                        + response.request().method() + " "
                        + response.request().uri().getPath(),
                null);
    }

    /** Where requests are made; paths begin below the realm. */
    final class Access {

        private final String token;

        private Access(String token) {
            this.token = token;
        }

        JsonNode read(String path) {
            return body(request("GET", path, BodyPublishers.noBody()));
        }

        /** What is there; empty where nothing is. */
        Optional<JsonNode> find(String path) {
            var response = request("GET", path, BodyPublishers.noBody());
            return response.statusCode() == 404 ? Optional.empty() : Optional.of(body(response));
        }

        /** Sends, and reads what comes back. */
        JsonNode ask(String path, Object content) {
            return body(request("POST", path, BodyPublishers.ofString(written(content))));
        }

        /** Sends, and expects one of the statuses. */
        void send(String method, String path, Object content, int... statuses) {
            expect(request(method, path, BodyPublishers.ofString(written(content))), statuses);
        }

        void delete(String path) {
            expect(request("DELETE", path, BodyPublishers.noBody()), 204, 404);
        }

        private HttpResponse<String> request(String method, String path, HttpRequest.BodyPublisher content) {
            return RealmAdministration.this.send(HttpRequest.newBuilder(URI.create(provider.adminUrl() + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(method, content)
                    .build());
        }
    }
}
