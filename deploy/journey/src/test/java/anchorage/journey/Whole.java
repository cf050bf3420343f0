package anchorage.journey;

import anchorage.desk.Api;
import anchorage.local.Home;
import anchorage.local.Stack;
import anchorage.local.part.Scratch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Everything, started before the first journey of a run and stopped after the last. */
final class Whole implements BeforeAllCallback, AutoCloseable {

    private static Stack stack;
    private static Api api;
    private static Scratch data;
    private static Optional<ValidatingProxy> proxy;

    static Stack stack() {
        return stack;
    }

    static Api api() {
        return api;
    }

    /** The gateway itself, whatever stands before it. */
    static Api direct() {
        return stack.api(stack.home().gateway());
    }

    /** Where journeys ask: the gateway, or the proxy before it that holds every exchange to the API's document. */
    static String address() {
        return proxy.map(ValidatingProxy::address).orElse(stack.home().gateway());
    }

    /** The project's folder. */
    static Path root() {
        return stack.home().root();
    }

    static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException damaged) {
            throw new UncheckedIOException(json, damaged);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (stack != null) {
            return;
        }
        data = Scratch.of("anchorage-journey");
        stack = new Stack(
                new Home(Home.of(System.getenv()).root(), data.folder(), 20_000 + new Random().nextInt(300) * 10));
        // Closed when the run ends, and also if not all of it starts.
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(Whole.class, this);
        stack.start(part -> System.out.println("starting " + part));
        proxy = ValidatingProxy.wanted(stack.home());
        api = stack.api(address());
    }

    @Override
    public void close() throws IOException {
        stack.stop(part -> System.out.println("stopping " + part));
        data.close();
        // The last, since it fails the run if an answer broke the document.
        proxy.ifPresent(ValidatingProxy::close);
    }
}
