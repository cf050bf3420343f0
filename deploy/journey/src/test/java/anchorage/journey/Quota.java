package anchorage.journey;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

/** The requests that a client may make in ten seconds. */
final class Quota {

    private static final int AT_ONCE = 25;
    private static final int MOST_ROUNDS = 400;

    private Quota() {}

    /** Makes requests as a client until it is told to wait. */
    static void useUp(String client) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(URI.create(Whole.address() + "/v1/mapping-presets"))
                .header("Authorization", "Bearer " + Whole.api().token(client))
                .build();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var answers = Stream.generate(() -> http.sendAsync(request, BodyHandlers.discarding()))
                    .limit(AT_ONCE)
                    .toList();
            if (answers.stream()
                    .map(answer -> answer.thenApply(HttpResponse::statusCode).join())
                    .anyMatch(status -> status == 429)) {
                return;
            }
        }
        throw new AssertionError(client + " is never told to wait");
    }
}
