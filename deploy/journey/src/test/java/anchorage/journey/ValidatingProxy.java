package anchorage.journey;

import anchorage.local.Home;
import anchorage.local.part.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Prism before the gateway, where the system property {@code anchorage.prism} names its program: it holds every answer
 * to the API's document. What breaks it is said when the run ends, and fails it. Requests break it on purpose here and
 * there, to see them refused; bodies that are no text, or larger than 10 MB, are beyond Prism and go past it.
 */
final class ValidatingProxy implements AutoCloseable {

    private static final int USUAL_PORT = 8089;
    private static final int TRIES = 300;

    private final Process process;
    private final Path log;
    private final int port;

    private ValidatingProxy(String program, Home home) throws IOException {
        port = home.port(USUAL_PORT);
        log = home.root().resolve("target/prism.log");
        Files.createDirectories(log.getParent());
        process = new ProcessBuilder(
                        program,
                        "proxy",
                        home.root().resolve("docs/api/anchorage.openapi.yaml").toString(),
                        home.gateway(),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        for (int tries = 0; tries < TRIES && !answers(); tries++) {
            Pause.millis(100);
        }
    }

    static Optional<ValidatingProxy> wanted(Home home) throws IOException {
        var program = System.getProperty("anchorage.prism");
        return program == null ? Optional.empty() : Optional.of(new ValidatingProxy(program, home));
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** What broke the document, a line for each. */
    List<String> violations() {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("Violation: ") && line.contains("response"))
                    .map(line -> line.substring(line.indexOf("Violation: ")))
                    .distinct()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        violations().forEach(System.err::println);
        if (!violations().isEmpty()) {
            throw new AssertionError(violations().size() + " kinds of exchange are not as docs/api says, see " + log);
        }
    }

    private boolean answers() {
        try (var ignored = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
