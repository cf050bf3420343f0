package anchorage.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import anchorage.gateway.GatewaySettings;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** What the gateway asks of the identity provider for somebody who has signed in, behind the browser's back. */
@ApplicationScoped
class IdentityProvider {

    static final String CLIENT = "portal";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final GatewaySettings.People settings;

    @Inject
    IdentityProvider(GatewaySettings settings) {
        this(settings.people());
    }

    IdentityProvider(GatewaySettings.People settings) {
        this.settings = settings;
    }

    /** New tokens for those that end (RFC 6749, section 6). */
    CompletionStage<Tokens> renew(Tokens ending) {
        var request = request("token", Map.of("grant_type", "refresh_token", "refresh_token", ending.refresh()));
        return http.sendAsync(request, BodyHandlers.ofString()).thenApply(answer -> renewed(answer, ending));
    }

    /**
     * Ends the person's session, as Keycloak takes it from a client with a secret: no token need pass the browser, as it
     * would with a redirect.
     */
    void end(Tokens tokens) {
        try {
            var answer =
                    http.send(request("logout", Map.of("refresh_token", tokens.refresh())), BodyHandlers.ofString());
            // 400 says that the session has ended already.
            if (answer.statusCode() / 100 != 2 && answer.statusCode() != 400) {
                throw new IdentityProviderFailed("answered " + answer.statusCode());
            }
        } catch (IOException away) {
            throw new IdentityProviderFailed("does not answer: " + away.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IdentityProviderFailed("was not waited for");
        }
    }

    private static Tokens renewed(HttpResponse<String> answer, Tokens ending) {
        if (answer.statusCode() == 400) {
            throw new NoLongerSignedIn();
        }
        if (answer.statusCode() != 200) {
            throw new IdentityProviderFailed("answered " + answer.statusCode());
        }
        var given = new JsonObject(answer.body());
        return new Tokens(given.getString("access_token"), given.getString("refresh_token", ending.refresh()));
    }

    private HttpRequest request(String endpoint, Map<String, String> what) {
        var form = new LinkedHashMap<>(what);
        form.put("client_id", CLIENT);
        form.put("client_secret", settings.secret());
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(settings.realm() + "/protocol/openid-connect/" + endpoint))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** The identity provider has ended the session: by its own times, by an administrator, or in another window. */
    static final class NoLongerSignedIn extends RuntimeException {
        NoLongerSignedIn() {
            super("the identity provider has ended the session");
        }
    }
}
