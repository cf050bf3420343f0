package anchorage.local;

import anchorage.local.part.PartFailed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Follows logs. */
final class Logs {

    private final Stack stack;

    Logs(Stack stack) {
        this.stack = stack;
    }

    /** Follows the logs of these parts, or of all services, until the command is interrupted. */
    void follow(List<String> parts) throws IOException {
        var names =
                parts.isEmpty() ? List.of("spend-ingest", "supplier-registry", "insight-service", "gateway") : parts;
        var command = new ArrayList<>(List.of("tail", "-n", "50", "-F"));
        for (var name : names) {
            if (!stack.parts().containsKey(name)) {
                throw new PartFailed("there is no part '" + name + "'; the parts are "
                        + stack.parts().keySet());
            }
            command.add(stack.home().logs().resolve(name + ".log").toString());
        }
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
