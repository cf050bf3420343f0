package anchorage.ingest.delivery;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the name of a file pushed to a sandbox asks for, since no file can cause it. Everything else that can become of a
 * push is caused at a sandbox as it is anywhere: by what the file holds and by what is said of it.
 */
enum SandboxAct {
    /** As if too many of the anchor's deliveries waited. */
    TOO_MANY_WAITING,
    /** As if too many of everybody's deliveries waited. */
    REDUCED_CAPACITY,
    /** As if others were read first. */
    SLOW;

    /** How the ids of sandboxes begin: they are among the demonstration's, which never mix with others. */
    private static final String SANDBOX = "demo-sandbox";

    private static final Duration A_WHILE = Duration.ofSeconds(10);

    /** What is asked for, if anything. */
    static Optional<SandboxAct> askedBy(Push push) {
        if (!push.anchor().startsWith(SANDBOX) || push.fileName() == null) {
            return Optional.empty();
        }
        var name = push.fileName().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(act -> name.matches(act.name().toLowerCase(Locale.ROOT).replace('_', '-') + "\\..*"))
                .findFirst();
    }

    /** How long a delivery waits before it is read, though nothing else does. */
    static Duration wait(Push push) {
        return askedBy(push).filter(SLOW::equals).map(slow -> A_WHILE).orElse(Duration.ZERO);
    }
}
