package anchorage.desk;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Access tokens, fetched with client credentials and kept until shortly before they end. */
public final class Tokens {

    private static final int SOON = 30;

    private final Wire wire = new Wire();
    private final Supplier<URI> place;
    private final Credentials credentials;
    private final Map<String, Token> known = new HashMap<>();

    /** @param place where tokens are fetched */
    public Tokens(Supplier<URI> place, Credentials credentials) {
        this.place = place;
        this.credentials = credentials;
    }

    /** Tokens from where the gateway says that they are fetched. */
    public static Tokens ofGateway(String gateway, Credentials credentials) {
        return new Tokens(() -> placeOf(gateway), credentials);
    }

    private record Token(String value, Instant until) {}

    /** An access token for that client. */
    public synchronized String of(String client) {
        var token = known.get(client);
        if (token != null && token.until.isAfter(Instant.now())) {
            return token.value;
        }
        var fetched = fetch(client);
        known.put(client, fetched);
        return fetched.value;
    }

    private Token fetch(String client) {
        var tokenUrl = place.get();
        var form = new LinkedHashMap<>(Map.of("grant_type", "client_credentials", "client_id", client));
        form.putAll(credentials.of(client, tokenUrl));
        var request = HttpRequest.newBuilder(tokenUrl)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + Api.encoded(field.getValue()))
                        .collect(Collectors.joining("&"))))
                .build();
        var response = wire.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new NotDone(
                    response.statusCode() / 100 == 4 ? Outcome.NOT_ALLOWED : Outcome.NO_ANSWER,
                    "There is no token for the client '" + client + "': " + response.body()
                            + ". Check the client's name and its secret.");
        }
        var answer = Api.tree(response.body());
        return new Token(
                answer.path("access_token").asText(),
                Instant.now().plusSeconds(Math.max(1, answer.path("expires_in").asLong() - SOON)));
    }

    private static URI placeOf(String gateway) {
        var root = HttpRequest.newBuilder(URI.create(gateway + "/v1"))
                .timeout(Duration.ofSeconds(20))
                .build();
        var answer = new Wire().send(root, BodyHandlers.ofString());
        var place = answer.statusCode() == 200
                ? Api.tree(answer.body()).at("/links/token").asText()
                : "";
        if (place.isEmpty()) {
            throw new NotDone(
                    Outcome.NO_ANSWER,
                    gateway + " does not say where tokens are fetched, so it is no gateway of Anchorage's. "
                            + "Check the address.");
        }
        return URI.create(place);
    }
}
