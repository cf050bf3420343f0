package anchorage.ingest.upload.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import anchorage.ingest.IngestSettings;
import anchorage.ingest.delivery.web.SpendFeed;
import anchorage.ingest.upload.UploadDesk;
import anchorage.kit.security.Reach;
import anchorage.local.part.Pause;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class UploadTest {

    private static final SpendFeed FEED = new SpendFeed("demo-uploads");
    private static final String DELIVERIES = "/v1/anchors/demo-uploads/feeds/spend/deliveries";
    private static final String TYPES = "https://iana.org/assignments/http-problem-types#";

    @Inject
    UploadDesk desk;

    @Inject
    IngestSettings settings;

    @BeforeEach
    void anAnchorWithAFeed() {
        FEED.create();
    }

    @Test
    void makesTheDeliveryThatAWholePushMakes() {
        // Given
        var file = SpendFeed.ledger();
        var upload = begun(file.substring(0, 10), file.length(), Map.of("expectedLines", 1, "period", "2026-03"));
        assertPatched(append(upload, 10, "?0", file.substring(10, 30)), 30);

        // When
        var answer = append(upload, 30, "?1", file.substring(30));

        // Then
        var delivery = answer.statusCode(202)
                .header("Upload-Complete", "?1")
                .header("Location", matchesPattern(".*/v1/deliveries/[0-9a-f-]{36}"))
                .body("control.expectedLines", equalTo(1))
                .body("fileName", equalTo("ledger.csv"))
                .extract()
                .jsonPath();
        assertThat(FEED.pushed(file, Map.of()).getString("id")).isEqualTo(delivery.getString("id"));
        FEED.publisher()
                .get("/v1/deliveries/" + delivery.getString("id") + "/original")
                .then()
                .body(equalTo(file));
    }

    @Test
    void saysHowAnUploadStands() {
        // Given
        var upload = begun("Date paid", 500, Map.of());

        // Then
        FEED.publisher()
                .head(upload)
                .then()
                .statusCode(204)
                .header("Upload-Offset", "9")
                .header("Upload-Length", "500")
                .header("Upload-Complete", "?0")
                .header("Upload-Limit", matchesPattern("max-size=\\d+, max-append-size=\\d+, max-age=8[0-9]{4}"))
                .header("Cache-Control", "no-store");
    }

    @Test
    void saysWhatACompleteUploadHasBecome() {
        // Given
        var file = SpendFeed.ledger();
        var upload = begun(file, file.length(), Map.of());

        // When
        var delivery = append(upload, file.length(), "?1", "")
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("id");

        // Then
        FEED.publisher()
                .head(upload)
                .then()
                .statusCode(204)
                .header("Upload-Complete", "?1")
                .header("Upload-Offset", String.valueOf(file.length()))
                .header("Location", endsWith("/v1/deliveries/" + delivery));
        append(upload, file.length(), "?1", "x")
                .statusCode(400)
                .body("type", equalTo(TYPES + "inconsistent-upload-length"));
        append(upload, file.length(), "?1", "")
                .statusCode(400)
                .header("Location", endsWith("/v1/deliveries/" + delivery))
                .body("type", equalTo(TYPES + "completed-upload"));
    }

    @Test
    void saysWhereAPartMustBegin() {
        var upload = begun("Date paid", 500, Map.of());
        for (int offset : new int[] {0, 8, 10}) {
            append(upload, offset, "?0", "x")
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .header("Upload-Offset", "9")
                    .header("Upload-Complete", "?0")
                    .body("type", equalTo(TYPES + "mismatching-upload-offset"))
                    .body("'expected-offset'", equalTo(9))
                    .body("'provided-offset'", equalTo(offset));
        }
    }

    @Test
    void refusesLengthsThatDisagree() {
        var upload = begun("Date paid", 12, Map.of());
        for (var answer : new ValidatableResponse[] {
            append(upload, 9, "?0", "1234"),
            append(upload, 9, "?1", "12"),
            append(upload, 9, "?1", ""),
            append(upload, 9, "?0", "1", Map.of("Upload-Length", "13")),
            append(upload, 9, "?1", "123", Map.of("Upload-Length", "11"))
        }) {
            answer.statusCode(400).body("type", equalTo(TYPES + "inconsistent-upload-length"));
        }
        FEED.publisher().head(upload).then().header("Upload-Offset", "9");
    }

    @Test
    void asksForWhatAPartMustSay() {
        var upload = begun("", 12, Map.of());
        FEED.publisher()
                .contentType("application/partial-upload")
                .header("Upload-Complete", "?0")
                .patch(upload)
                .then()
                .statusCode(400)
                .body("detail", containsString("Upload-Offset"));
        append(upload, 0, "yes", "x").statusCode(400).body("detail", containsString("Upload-Complete"));
        FEED.publisher()
                .contentType("text/csv")
                .header("Upload-Offset", 0)
                .header("Upload-Complete", "?0")
                .body("x")
                .patch(upload)
                .then()
                .statusCode(415);
    }

    @Test
    void takesNothingLargerThanItsLimit() {
        FEED.publisher()
                .contentType("text/csv")
                .header("Upload-Complete", "?0")
                .header("Upload-Length", "999999999999999")
                .post(DELIVERIES)
                .then()
                .statusCode(413)
                .header("Upload-Limit", containsString("max-size="))
                .body("type", equalTo("/problems/too-large"));
        FEED.publisher()
                .options(DELIVERIES)
                .then()
                .statusCode(204)
                .header("Accept-Patch", "application/partial-upload")
                .header("Upload-Limit", containsString("max-size="));
    }

    @Test
    void givesUpBytesThatAreNotThoseThatWereSent() {
        // Given
        var file = SpendFeed.ledger();
        var upload = begun(FEED.publisher()
                .contentType("text/csv")
                .header("Repr-Digest", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:")
                .header("Upload-Complete", "?0")
                .post(DELIVERIES)
                .then());

        // When
        var answer = append(upload, 0, "?1", file);

        // Then
        answer.statusCode(400).header("Upload-Complete", "?1").body("type", equalTo("/problems/digest-mismatch"));
        FEED.publisher().head(upload).then().statusCode(404);
    }

    @Test
    void isForItsAnchorAlone() {
        var upload = begun("Date paid", 12, Map.of());
        var refusals = Map.of(
                Tokens.of(ANCHOR_PUBLISHER, "demo-other", "spend-ingest"),
                404,
                Tokens.of(ANALYST, "spend-ingest"),
                403);
        refusals.forEach((token, status) -> {
            var other = SpendFeed.with(token);
            other.head(upload).then().statusCode(status);
            other.delete(upload).then().statusCode(status);
            other.header("Upload-Offset", 9)
                    .header("Upload-Complete", "?1")
                    .contentType("application/partial-upload")
                    .body("x".getBytes(US_ASCII))
                    .patch(upload)
                    .then()
                    .statusCode(status);
        });
        FEED.publisher().head(upload).then().header("Upload-Offset", "9");
    }

    @Test
    void isGoneOnceItIsGivenUp() {
        // Given
        var upload = begun("Date paid", 12, Map.of());

        // When
        FEED.publisher().delete(upload).then().statusCode(204);

        // Then
        FEED.publisher().head(upload).then().statusCode(404);
        append(upload, 9, "?0", "x").statusCode(404).body("type", equalTo("/problems/unknown-upload"));
        FEED.publisher().delete("/v1/uploads/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void keepsWhatArrivedBeforeTheConnectionBroke() throws IOException {
        // Given
        var file = SpendFeed.ledger();
        var upload = begun("", file.length(), Map.of());

        // When
        try (var socket = socket()) {
            send(socket, upload, file.length(), file.substring(0, 25));
            awaitArrived(upload, 25);
        }

        // Then
        awaitReceived(upload, 25);
        FEED.publisher().head(upload).then().header("Upload-Offset", "25");
        append(upload, 25, "?1", file.substring(25)).statusCode(202);
    }

    @Test
    void endsAPartThatStillArrivesWhenItsSenderComesAgain() throws IOException {
        // Given
        var file = SpendFeed.ledger();
        var upload = begun("", file.length(), Map.of());
        try (var socket = socket()) {
            send(socket, upload, file.length(), file.substring(0, 25));

            // When
            var offset = Integer.parseInt(FEED.publisher().head(upload).header("Upload-Offset"));
            var taken = append(upload, offset, "?1", file.substring(offset));
            socket.getOutputStream().write(file.substring(25).getBytes(US_ASCII));

            // Then
            taken.statusCode(202).body("bytes", equalTo(file.length()));
            assertThat(line(socket)).isIn("HTTP/1.1 409 Conflict", "HTTP/1.1 404 Not Found");
        }
    }

    /** What has not been taken from the connection when it breaks is lost with it. */
    private void awaitArrived(String upload, int bytes) throws IOException {
        var home = settings.rawFolder().resolve("uploads").resolve(upload.substring(upload.lastIndexOf('/') + 1));
        for (int tries = 0; tries < 400 && bytesIn(home) < bytes; tries++) {
            Pause.millis(25);
        }
        assertThat(bytesIn(home)).isEqualTo(bytes);
    }

    private static long bytesIn(Path home) throws IOException {
        if (!Files.exists(home)) {
            return 0;
        }
        try (var parts = Files.list(home)) {
            return parts.mapToLong(part -> part.toFile().length()).sum();
        }
    }

    /** Waits for what is recorded without asking through the API, which would end the part that arrives. */
    private void awaitReceived(String upload, int received) {
        var id = UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
        for (int tries = 0; tries < 400 && received(id) != received; tries++) {
            Pause.millis(25);
        }
        assertThat(received(id)).isEqualTo(received);
    }

    private long received(UUID upload) {
        return Reach.EVERY_ANCHOR.during(() -> desk.of(upload).received());
    }

    private static Socket socket() throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** Sends the beginning of an upload's only part, once the service has said that it listens. */
    private static void send(Socket socket, String upload, int length, String bytes) throws IOException {
        var head = "PATCH " + upload + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Tokens.of(ANCHOR_PUBLISHER, FEED.anchor(), "spend-ingest")
                + "\r\nContent-Type: application/partial-upload\r\nUpload-Complete: ?1\r\nUpload-Offset: 0"
                + "\r\nContent-Length: " + length + "\r\nExpect: 100-continue\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        assertThat(line(socket)).isEqualTo("HTTP/1.1 100 Continue");
        assertThat(line(socket)).isEmpty();
        socket.getOutputStream().write(bytes.getBytes(US_ASCII));
    }

    private static String line(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next != '\n';
                next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static String begun(String beginning, int length, Map<String, ?> parameters) {
        return begun(FEED.publisher()
                .contentType("text/csv")
                .header("Content-Disposition", "attachment; filename=\"ledger.csv\"")
                .header("Upload-Complete", "?0")
                .header("Upload-Length", length)
                .queryParams(parameters)
                .body(beginning)
                .post(DELIVERIES)
                .then());
    }

    private static String begun(ValidatableResponse answer) {
        var location = answer.statusCode(201)
                .header("Upload-Complete", "?0")
                .header("Upload-Limit", containsString("max-age=86400"))
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/v1/"));
    }

    private static ValidatableResponse append(String upload, int offset, String complete, String bytes) {
        return append(upload, offset, complete, bytes, Map.of());
    }

    private static ValidatableResponse append(
            String upload, int offset, String complete, String bytes, Map<String, ?> headers) {
        return FEED.publisher()
                .config(RestAssured.config()
                        .encoderConfig(RestAssured.config()
                                .getEncoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/partial-upload")
                .headers(headers)
                .header("Upload-Offset", offset)
                .header("Upload-Complete", complete)
                .body(bytes.getBytes(US_ASCII))
                .patch(upload)
                .then();
    }

    private static void assertPatched(ValidatableResponse answer, int offset) {
        answer.statusCode(204).header("Upload-Complete", "?0").header("Upload-Offset", String.valueOf(offset));
    }
}
