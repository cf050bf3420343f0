package anchorage.journey;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.local.Anchoring;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar, as a process of its own, the way a finance team runs it; and the commands of docs/command-line.md. */
@ExtendWith(Whole.class)
class CommandLineIT {

    private static final String ANCHOR = "command-line";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    @TempDir
    static Path folder;

    @BeforeAll
    static void anchor() throws Exception {
        new Anchoring(Whole.api(), Whole.stack().secrets())
                .put(ANCHOR, Map.of("name", ANCHOR, "kind", "LOCAL_AUTHORITY", "homePlace", "E08000009"));
        download(folder.resolve("anchorage.jar"));
        Files.writeString(folder.resolve("secret.txt"), secret() + "\n");
        Files.writeString(folder.resolve("ledger.csv"), """
                Date paid,Supplier name,Net amount
                01/04/2025,Roch Care Ltd,60.00
                02/04/2025,Irk Timber Ltd,40.00
                31/02/2025,Medlock Glass Ltd,5.00
                """);
    }

    /** As the portal hands it out. */
    private static void download(Path file) throws Exception {
        var address = URI.create(Whole.stack().home().gateway() + "/docs/anchorage.jar");
        var answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofFile(file));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void doesWhatItsPageSays() throws Exception {
        // Given
        var commands = Guide.named("command-line").commands().stream()
                .map(block -> block.replace("my-council", ANCHOR))
                .toList();
        assertThat(commands).hasSizeGreaterThan(6);
        var keyless = commands.subList(0, commands.size() - 1);
        var script = String.join("\n", keyless)
                .replaceFirst("ledger.csv\n", "ledger.csv | tee said\nDELIVERY=\\$(sed -n 's/^ *delivery *//p' said)\n")
                .replaceFirst("-o refused.csv\n", "-o refused.csv\nsed -i 's#31.02#28/02#' refused.csv\n");

        // When
        var bySecret = Guide.shell(script, folder, environment());

        // Then
        assertThat(bySecret.exit()).as(bySecret.err()).isZero();
        assertThat(bySecret.out())
                .contains("ledger.csv: APPLIED", "2 lines, 100.00", "refused.csv: APPLIED", "1 lines, 5.00");
        var delivery = Files.readString(folder.resolve("said")).replaceAll("(?s).*\n *delivery *(\\S+)\n.*", "$1");

        // When
        givenKey();
        var byKey =
                Guide.shell("DELIVERY=" + delivery + "\n" + commands.get(commands.size() - 1), folder, environment());
        useSecretAgain();

        // Then
        assertThat(byKey.exit()).as(byKey.err()).isZero();
        assertThat(byKey.out()).contains("APPLIED");
    }

    @Test
    void tellsProgramsWhatBecameOfAFileWithAnyName() throws Exception {
        // Given
        var name = "Wydatki kwiecień (Łódź) £.csv";
        Files.writeString(
                folder.resolve(name), "Date paid,Supplier name,Net amount\n03/04/2025,Tonge Roofing Ltd,7.00\n");

        // When
        var ended = jar(secret(), "push", "--json", "--feed", "names", name);

        // Then
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).matches("\\p{ASCII}*");
        assertThat(Whole.tree(ended.out()).get("outcome").asText()).isEqualTo("DONE");
        assertThat(Whole.tree(ended.out()).at("/files/0/file").asText()).isEqualTo(name);
        assertThat(Whole.tree(ended.out()).at("/files/0/delivery/fileName").asText())
                .isEqualTo(name);
        assertThat(Whole.tree(ended.out()).at("/files/0/delivery/applied/total").asText())
                .isEqualTo("7.00");
    }

    @Test
    void endsWithOneWhenAFileIsRefused() throws Exception {
        // Given
        Files.writeString(
                folder.resolve("dollars.csv"),
                "Date paid,Supplier name,Net amount\n03/04/2025,Tonge Roofing Ltd,$7.00\n");

        // When
        var ended = jar(secret(), "push", "--json", "--feed", "dollars", "dollars.csv");

        // Then
        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(1);
        assertThat(Whole.tree(ended.out()).get("outcome").asText()).isEqualTo("REFUSED");
        assertThat(Whole.tree(ended.out()).at("/files/0/delivery/state").asText())
                .isEqualTo("REFUSED");
        assertThat(Whole.tree(ended.out())
                        .at("/files/0/delivery/refused/detail")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void endsWithFourWhenTheSecretIsWrongAndNeverRepeatsIt() throws Exception {
        // When
        var ended = jar("not-the-secret", "push", "--json", "--feed", "over-500", "ledger.csv");

        // Then
        assertThat(ended.exit()).isEqualTo(4);
        assertThat(Whole.tree(ended.out()).get("outcome").asText()).isEqualTo("NOT_ALLOWED");
        assertThat(ended.out() + ended.err()).contains("publisher-command-line").doesNotContain("not-the-secret");
    }

    private static String secret() {
        return Whole.stack().secrets().of("publisher-" + ANCHOR);
    }

    private static void givenKey() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        var keys = generator.generateKeyPair();
        Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        Whole.api()
                .put(
                        "admin-cli-demo",
                        "/v1/anchors/" + ANCHOR + "/credentials/keys",
                        Map.of("keys", List.of(jwk(keys))));
    }

    /** New credentials put an end to the keys. */
    private static void useSecretAgain() throws IOException {
        var credentials = Whole.api()
                .post("admin-cli-demo", "/v1/anchors/" + ANCHOR + "/credentials", BodyPublishers.noBody(), Map.of());
        Whole.stack()
                .secrets()
                .keep("publisher-" + ANCHOR, credentials.get("secret").asText());
    }

    private static Map<String, String> jwk(KeyPair keys) {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return Map.of(
                "kty",
                "EC",
                "kid",
                "2026",
                "alg",
                "ES256",
                "crv",
                "P-256",
                "x",
                coordinate(point.getAffineX().toByteArray()),
                "y",
                coordinate(point.getAffineY().toByteArray()));
    }

    /** 32 bytes, whatever a signed number takes. */
    private static String coordinate(byte[] number) {
        var bytes = new byte[32];
        var from = Math.max(0, number.length - bytes.length);
        var size = number.length - from;
        System.arraycopy(number, from, bytes, bytes.length - size, size);
        return BASE64.encodeToString(bytes);
    }

    private static Map<String, String> environment() {
        return Map.of("ANCHORAGE_GATEWAY", Whole.address(), "ANCHORAGE_ANCHOR", ANCHOR);
    }

    private static Guide.Ended jar(String secret, String... words) throws Exception {
        var environment = new HashMap<>(environment());
        environment.put("ANCHORAGE_SECRET", secret);
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command = new ArrayList<>(List.of(java.toString(), "-jar", "anchorage.jar"));
        command.addAll(List.of(words));
        return Guide.process(command, folder, environment);
    }
}
