package anchorage.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command that is run to its end. */
final class Command {

    private Command() {}

    /** Runs it, its output appended to the log; fails with the log's name unless it exits with 0. */
    static void run(List<String> command, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            var exit = builder.start().waitFor();
            if (exit != 0) {
                throw new PartFailed(command.get(0) + " ended with " + exit + "; see " + log);
            }
        } catch (IOException failure) {
            throw new PartFailed("could not run " + command.get(0) + ": " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted while running " + command.get(0));
        }
    }
}
