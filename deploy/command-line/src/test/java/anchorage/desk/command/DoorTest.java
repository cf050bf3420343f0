package anchorage.desk.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {

    @TempDir
    Path folder;

    private Desk desk;
    private StandIn gateway;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
        gateway = desk.gateway();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void provesItselfByTheSecretOfTheEnvironmentOrOfAFile() throws IOException {
        // Given
        desk.pushEndsAs("APPLIED");
        var file = Files.writeString(folder.resolve("secret"), "from a file\n");

        // When
        desk.push(desk.ledger("ledger.csv").toString());
        desk.push("--secret-file", file.toString(), desk.ledger("ledger.csv").toString());

        // Then
        assertThat(gateway.asked().stream()
                        .filter(request -> request.seen().equals("POST /token"))
                        .map(StandIn.Asked::body))
                .satisfiesExactly(
                        first -> assertThat(first).contains("client_id=publisher-trafford", "client_secret=whisper"),
                        second -> assertThat(second).contains("client_secret=from%20a%20file"));
    }

    @Test
    void provesItselfByAKey() throws Exception {
        // Given
        desk.pushEndsAs("APPLIED");
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        var encoded = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        var file = Files.writeString(
                folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");

        // When
        var said = desk.push(
                "--key-file",
                file.toString(),
                "--key-id",
                "2026",
                desk.ledger("ledger.csv").toString());

        // Then
        assertThat(said.exit()).isZero();
        var assertion = desk.sent("POST /token").body().replaceAll(".*client_assertion=([^&]*).*", "$1");
        assertThat(new String(Base64.getUrlDecoder().decode(assertion.split("\\.")[0]), UTF_8))
                .isEqualTo("{\"alg\":\"ES256\",\"kid\":\"2026\"}");
    }

    @Test
    void tellsNobodyThereFromNobodyWhoMay() throws IOException {
        // Given
        var file = desk.ledger("ledger.csv").toString();
        var nowhere = desk.run(
                Map.of("ANCHORAGE_SECRET", "whisper"),
                "push",
                "--json",
                "--gateway",
                "http://localhost:1",
                "--anchor",
                "trafford",
                "--feed",
                "spend",
                file);
        gateway.insteadAnswers("POST /token", 401, "{\"error\":\"unauthorized_client\"}");

        // When
        var wrongSecret = desk.push("--json", file);

        // Then
        assertThat(nowhere.exit()).isEqualTo(3);
        assertThat(nowhere.json().get("detail").asText()).contains("http://localhost:1/v1");
        assertThat(wrongSecret.exit()).isEqualTo(4);
        assertThat(wrongSecret.json().get("outcome").asText()).isEqualTo("NOT_ALLOWED");
        assertThat(wrongSecret.out() + wrongSecret.err()).doesNotContain("whisper");
    }
}
