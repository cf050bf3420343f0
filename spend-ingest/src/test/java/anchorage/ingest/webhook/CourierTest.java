package anchorage.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.ingest.webhook.NoticeQueue.Due;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JksOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourierTest {

    private static final String WORD = "of-this-run";

    @TempDir
    static Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final WebhookSecret secret = WebhookSecret.made();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void bringsASignedNotice() throws InterruptedException {
        try (var receiver = new Receiver()) {
            // When
            var outcome = courier(local(), new HttpClientOptions()).bring(due(receiver.address()));

            // Then
            var came = receiver.next();
            assertThat(outcome.sending().status()).contains(204);
            assertThat(came.path()).isEqualTo("/hook?of=finance");
            assertThat(came.body()).isEqualTo("{\"type\":\"webhook.test\"}");
            assertThat(came.header("Content-Type")).isEqualTo("application/json");
            assertThat(came.header("webhook-signature"))
                    .isEqualTo(secret.sign(
                            came.header("webhook-id"), outcome.sending().at(), came.body()));
        }
    }

    @Test
    void followsNoRedirect() throws InterruptedException {
        try (var receiver = new Receiver();
                var elsewhere = new Receiver()) {
            receiver.answers(302, Map.of("Location", elsewhere.address().toString()), "");

            var outcome = courier(local(), new HttpClientOptions()).bring(due(receiver.address()));

            assertThat(outcome.sending().status()).contains(302);
            assertThat(outcome.sending().wentWell()).isFalse();
            assertThat(elsewhere.more()).isZero();
        }
    }

    @Test
    void keepsTheBeginningOfAnAnswerAndHowLongItAsksToWait() throws InterruptedException {
        try (var receiver = new Receiver()) {
            receiver.answers(503, Map.of("Retry-After", "120"), "busy ".repeat(100_000));

            var outcome = courier(local(), new HttpClientOptions()).bring(due(receiver.address()));

            assertThat(outcome.sending().answer().orElseThrow()).hasSize(300).startsWith("busy busy");
            assertThat(outcome.retryAfter()).contains(Duration.ofSeconds(120));
        }
    }

    @Test
    void waitsNoLongerThanItsPatience() throws IOException, InterruptedException {
        // A socket that takes connections and says nothing.
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");

            var outcome = new Courier(
                            vertx, local(), Duration.ofMillis(200), Clock.systemUTC(), new HttpClientOptions())
                    .bring(due(address));

            assertThat(outcome.sending().status()).isEmpty();
            assertThat(outcome.sending().failure().orElseThrow()).startsWith("No answer within");
        }
    }

    @Test
    void connectsToTheAddressThatWasJudgedAndToNoneThatTheNameMeansLater() throws Exception {
        // Given
        var asked = new ConcurrentLinkedQueue<String>();
        var certificate = certificate("hook.example");
        int port = tls(certificate, asked);
        var lookups = new AtomicInteger();
        var guard = new AddressGuard(true, name -> {
            lookups.incrementAndGet();
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });

        // When
        var outcome =
                courier(guard, trusting(certificate)).bring(due(URI.create("https://hook.example:" + port + "/")));

        // Then
        assertThat(outcome.sending().status()).as(outcome.toString()).contains(200);
        assertThat(asked).containsExactly("hook.example:" + port);
        assertThat(lookups).hasValue(1);
    }

    @Test
    void sendsNothingToWhoHasNoCertificateForTheName() throws Exception {
        // Given
        var asked = new ConcurrentLinkedQueue<String>();
        var certificate = certificate("other.example");
        int port = tls(certificate, asked);
        var guard = new AddressGuard(true, name -> new InetAddress[] {InetAddress.getLoopbackAddress()});

        // When
        var outcome =
                courier(guard, trusting(certificate)).bring(due(URI.create("https://hook.example:" + port + "/")));

        // Then
        assertThat(outcome.sending().status()).isEmpty();
        assertThat(outcome.sending().failure().orElseThrow()).contains("hook.example");
        assertThat(asked).isEmpty();
    }

    @Test
    void sendsNothingToANameThatHasComeToMeanAnInnerAddress() throws InterruptedException {
        var lookups = new AtomicInteger();
        var guard =
                new AddressGuard(false, name -> new InetAddress[] {
                    InetAddress.getByName(lookups.getAndIncrement() == 0 ? "8.8.8.8" : "169.254.169.254")
                });
        var address = URI.create("https://rebound.example/");

        // When
        guard.judge(address);
        var outcome = courier(guard, new HttpClientOptions()).bring(due(address));

        // Then
        assertThat(outcome.sending().failure().orElseThrow()).contains("not on the public internet");
    }

    private Courier courier(AddressGuard guard, HttpClientOptions options) {
        return new Courier(vertx, guard, Duration.ofSeconds(20), Clock.systemUTC(), options);
    }

    private static AddressGuard local() {
        return new AddressGuard(true, InetAddress::getAllByName);
    }

    private Due due(URI address) {
        return new Due(
                UUID.randomUUID(),
                address,
                UUID.randomUUID(),
                Event.WEBHOOK_TEST,
                "{\"type\":\"webhook.test\"}",
                List.of(secret));
    }

    private static HttpClientOptions trusting(Path certificate) {
        return new HttpClientOptions().setTrustOptions(jks(certificate));
    }

    private static JksOptions jks(Path certificate) {
        return new JksOptions().setPath(certificate.toString()).setPassword(WORD);
    }

    private int tls(Path certificate, ConcurrentLinkedQueue<String> asked) throws Exception {
        return vertx.createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(jks(certificate)))
                .requestHandler(request -> {
                    asked.add(request.getHeader("Host"));
                    request.response().setStatusCode(200).end();
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
    }

    private static Path certificate(String name) throws IOException, InterruptedException {
        var file = folder.resolve(name + ".jks");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "of",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "JKS",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        WORD,
                        "-keypass",
                        WORD)
                .redirectErrorStream(true)
                .start();
        var said = new String(made.getInputStream().readAllBytes());
        assertThat(made.waitFor()).as(said).isZero();
        return file;
    }
}
