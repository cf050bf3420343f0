package anchorage.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.local.part.Pause;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OriginTest {

    private static final Handler<HttpServerRequest> ANSWERS =
            request -> request.response().end("answered");
    private static final Handler<HttpServerRequest> BREAKS_OFF =
            request -> request.connection().close();
    private static final Handler<HttpServerRequest> FAILS =
            request -> request.response().setStatusCode(500).end();
    private static final Handler<HttpServerRequest> HOLDS = request -> {};

    private static final int ENOUGH = 10;
    private static final int TRIES = 600;

    private final Vertx vertx = Vertx.vertx();
    private final java.net.http.HttpClient http = java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .build();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Handler<HttpServerRequest> conduct = ANSWERS;

    private HttpServer service;
    private HttpServer door;
    private Origin origin;

    @BeforeEach
    void open() throws Exception {
        service = listening(request -> {
            asked.incrementAndGet();
            conduct.handle(request);
        });
        origin = new Origin(
                vertx,
                "spend-ingest",
                URI.create("http://127.0.0.1:" + service.actualPort()),
                Duration.ofMillis(300),
                new Refusals(new ObjectMapper()));
        door = listening(request -> origin.pass(request, () -> {}));
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void passesARequestOnAndItsAnswerBack() throws Exception {
        var answer = get();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("answered");
    }

    @Test
    void saysOfAnAnswerThatIsLostThatTheServiceHadTheRequest() throws Exception {
        conduct = BREAKS_OFF;

        var answer = get();

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("\"/problems/answer-lost\"");
        assertThat(asked).hasValue(1);
    }

    @Test
    void saysOfAServiceThatIsNotThereThatItWasSentNothing() throws Exception {
        service.close().toCompletionStage().toCompletableFuture().get();

        var answer = get();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("\"/problems/service-unreachable\"");
    }

    @Test
    void sendsNobodyToAServiceThatDoesNotAnswerUntilItAnswersTheDoor() throws Exception {
        // Given
        conduct = BREAKS_OFF;
        for (int times = 0; times < ENOUGH; times++) {
            assertThat(get().statusCode()).isEqualTo(502);
        }
        await(origin::isAway);

        // When
        var refused = get();

        // Then
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("\"/problems/service-unreachable\"");

        await(() -> asked.get() > ENOUGH + 1);
        assertThat(origin.isAway())
                .as("the door has asked in vain, more than once")
                .isTrue();
        assertThat(get().statusCode()).isEqualTo(503);

        conduct = ANSWERS;
        awaitStatus(200);
        assertThat(origin.isAway()).isFalse();
        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void takesAFailureThatAServiceAnswersForAnAnswer() throws Exception {
        conduct = FAILS;

        for (int times = 0; times < 2 * ENOUGH; times++) {
            assertThat(get().statusCode()).isEqualTo(500);
        }

        assertThat(origin.isAway()).isFalse();
    }

    @Test
    void blamesAServiceForNoClientThatGoesAway() throws Exception {
        // Given
        conduct = HOLDS;
        for (int times = 0; times < 2 * ENOUGH; times++) {
            var before = asked.get();
            var client = begin("GET /v1/anchors HTTP/1.1\r\nHost: door\r\n\r\n");
            await(() -> asked.get() > before);
            client.close();
        }

        // When
        conduct = ANSWERS;

        // Then
        assertThat(get().statusCode()).isEqualTo(200);
        assertThat(origin.isAway()).isFalse();
    }

    @Test
    void blamesAServiceForNoBodyThatIsNotSentToItsEnd() throws Exception {
        // Given
        conduct = BREAKS_OFF;
        for (int times = 0; times < 2 * ENOUGH; times++) {
            try (var client =
                    begin("POST /v1/uploads HTTP/1.1\r\nHost: door\r\nContent-Length: 1000000\r\n\r\nfirst")) {
                var line = new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                assertThat(line).isEqualTo("HTTP/1.1 502");
            }
        }

        // When
        conduct = ANSWERS;

        // Then
        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void breaksTheAnswerOffThatAServiceBreaksOff() throws Exception {
        conduct = request -> request.response().setChunked(true).write("begun").onComplete(any -> request.connection()
                .close());

        try (var client = begin("GET /v1/anchors HTTP/1.1\r\nHost: door\r\n\r\n")) {
            var answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 200").contains("begun").doesNotEndWith("0\r\n\r\n");
        }
    }

    @Test
    void keepsConnectionsForSmallRequestsWhileBodiesUseUpTheirs() throws Exception {
        // Given
        conduct = request -> {
            if (request.method().name().equals("GET")) {
                ANSWERS.handle(request);
            }
        };
        var uploads = new ArrayList<Socket>();
        for (int bodies = 0; bodies < 16; bodies++) {
            uploads.add(begin(
                    "POST /v1/uploads HTTP/1.1\r\nHost: door\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n"));
        }
        await(() -> asked.get() == 16);
        for (int bodies = 0; bodies < 32; bodies++) {
            uploads.add(begin("POST /v1/uploads HTTP/1.1\r\nHost: door\r\nContent-Length: 1000000\r\n\r\nfirst"));
        }

        // When
        var small = get();

        // Then
        assertThat(small.statusCode()).isEqualTo(200);
        await(() -> isRefusedAsTooMuch(uploads));
        assertThat(asked).as("uploads under way, and small requests").hasValueGreaterThan(16);
        for (var upload : uploads) {
            upload.close();
        }
    }

    /** Whether one body more finds no place among those that wait. */
    private boolean isRefusedAsTooMuch(List<Socket> uploads) throws IOException {
        var one = begin("POST /v1/uploads HTTP/1.1\r\nHost: door\r\nContent-Length: 1000000\r\n\r\nfirst");
        uploads.add(one);
        one.setSoTimeout(200);
        try {
            var line = new String(one.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return line.equals("HTTP/1.1 503");
        } catch (SocketTimeoutException waits) {
            return false;
        }
    }

    private Socket begin(String head) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), door.actualPort());
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private HttpResponse<String> get() throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.actualPort() + "/v1/anchors"))
                        .build(),
                BodyHandlers.ofString());
    }

    private void awaitStatus(int status) throws Exception {
        await(() -> get().statusCode() == status);
    }

    private static void await(Happening happening) throws Exception {
        for (int tries = 0; tries < TRIES; tries++) {
            if (happening.hasCome()) {
                return;
            }
            Pause.millis(20);
        }
        throw new AssertionError("it has not come");
    }

    private interface Happening {
        boolean hasCome() throws Exception;
    }

    private HttpServer listening(Handler<HttpServerRequest> handler) throws ExecutionException, InterruptedException {
        return vertx.createHttpServer()
                .requestHandler(handler)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }
}
