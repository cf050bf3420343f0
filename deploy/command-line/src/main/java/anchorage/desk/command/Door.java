package anchorage.desk.command;

import anchorage.desk.Api;
import anchorage.desk.Credentials;
import anchorage.desk.NotDone;
import anchorage.desk.Outcome;
import anchorage.desk.SigningKey;
import anchorage.desk.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options by which every command finds Anchorage and proves who asks. A secret is no option: others could read it. */
final class Door {

    private static final String SECRET = "ANCHORAGE_SECRET";

    private final Surroundings around;

    Door(Surroundings around) {
        this.around = around;
    }

    @Option(
            names = "--gateway",
            required = true,
            paramLabel = "URL",
            description = "Anchorage's address, such as https://spend.example.org; or in ANCHORAGE_GATEWAY.")
    private String gateway;

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            description =
                    "The client to be, the anchor's publisher if not said; or in ANCHORAGE_CLIENT_ID. Its secret is in the variable "
                            + SECRET + " or in a file.")
    private String client;

    @Option(names = "--secret-file", paramLabel = "FILE", description = "A file that holds the client's secret alone.")
    private Path secretFile;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Instead of a secret: the client's private key, PKCS #8 as PEM.")
    private Path keyFile;

    @Option(names = "--key-id", paramLabel = "KID", description = "The name under which the key is known.")
    private String keyId;

    @Option(
            names = "--json",
            description = "Print one JSON object on standard output that says what came of it, and nothing else there.")
    private boolean isJson;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Say what the command does and takes.")
    private boolean isHelp;

    /** The API behind that door. */
    Api api() {
        var address = gateway.replaceAll("/+$", "");
        if (!address.matches("https?://[^/].*")) {
            throw new NotDone(Outcome.WRONG_USE, "--gateway is an address that begins with https:// or http://.");
        }
        return new Api(address, Tokens.ofGateway(address, credentials()));
    }

    /** The client that asks. */
    String client() {
        return Optional.ofNullable(client)
                .orElseThrow(() -> new NotDone(Outcome.WRONG_USE, "Say which client to be with --client-id."));
    }

    /** The client that asks, which is that anchor's publisher unless another is said. */
    String clientOf(String anchor) {
        return Optional.ofNullable(client).orElse("publisher-" + anchor);
    }

    /** The client that asks, which is the publisher of the environment's anchor unless another is said. */
    String publisher() {
        return Optional.ofNullable(around.environment().get("ANCHORAGE_ANCHOR"))
                .map(this::clientOf)
                .orElseGet(this::client);
    }

    private Credentials credentials() {
        if (keyFile != null) {
            if (keyId == null) {
                throw new NotDone(Outcome.WRONG_USE, "Say with --key-id under which name the key is known.");
            }
            return SigningKey.of(keyFile, keyId);
        }
        var secret = secret();
        return (client, tokenUrl) -> Map.of("client_secret", secret);
    }

    private String secret() {
        if (secretFile != null) {
            try {
                return Files.readString(secretFile).strip();
            } catch (IOException failure) {
                throw new NotDone(Outcome.NO_FILE, "cannot read the secret in " + secretFile, failure);
            }
        }
        return Optional.ofNullable(around.environment().get(SECRET))
                .orElseThrow(() -> new NotDone(
                        Outcome.WRONG_USE,
                        "There is no secret. Put it into the variable " + SECRET + ", or name a file that holds it "
                                + "with --secret-file, or a key with --key-file."));
    }
}
