package anchorage.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that outlives us, known by its pid file. The file holds the start time too, so that a pid which the system
 * has given to another program is never taken for ours.
 */
public final class Running {

    private final Path pidFile;

    public Running(Path pidFile) {
        this.pidFile = pidFile;
    }

    /** The process, if it is alive and ours. */
    public Optional<ProcessHandle> process() {
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            var words = Files.readString(pidFile).strip().split(" ");
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(Running::isRunning)
                    .filter(handle -> startOf(handle).equals(words[1]));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Waits until the system has forgotten a process of ours that has ended. Until then others take it for alive:
     * PostgreSQL will not start beside one that its lock file names.
     */
    private void awaitForgotten() throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        var words = Files.readString(pidFile).strip().split(" ");
        for (int tries = 0; tries < 100; tries++) {
            boolean isForgotten = ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(handle -> handle.isAlive() && !isRunning(handle))
                    .isEmpty();
            if (isForgotten) {
                return;
            }
            Pause.millis(200);
        }
    }

    /** Starts a command, its output appended to the log, and remembers its pid. */
    public ProcessHandle start(List<String> command, Map<String, String> environment, Path log) {
        try {
            awaitForgotten();
            Files.createDirectories(pidFile.getParent());
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(detached(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(environment);
            var process = builder.start();
            Files.writeString(pidFile, process.pid() + " " + startOf(process.toHandle()));
            return process.toHandle();
        } catch (IOException failure) {
            throw new PartFailed("could not start " + command.get(0) + ": " + failure.getMessage(), failure);
        }
    }

    /** Asks the process to stop with a signal, and after the patience ends it. */
    public void stop(String signal, Duration patience) {
        process().ifPresent(handle -> {
            var children = handle.descendants().toList();
            signal(handle, signal);
            try {
                handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException tooSlow) {
                children.forEach(ProcessHandle::destroyForcibly);
                handle.destroyForcibly();
            } catch (InterruptedException interrupted) {
                children.forEach(ProcessHandle::destroyForcibly);
                handle.destroyForcibly();
                Thread.currentThread().interrupt();
            } catch (ExecutionException failure) {
                throw new PartFailed("could not wait for pid " + handle.pid(), failure);
            }
        });
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException failure) {
            throw new PartFailed("could not remove " + pidFile, failure);
        }
    }

    /** A process that has ended and whose parent has not asked how stays in the table, but has no command any more. */
    private static boolean isRunning(ProcessHandle handle) {
        return handle.isAlive() && handle.info().command().isPresent();
    }

    private static void signal(ProcessHandle handle, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(handle.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            handle.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** In a session of its own where the system can do that, so that Ctrl-C in a terminal stops only what it should. */
    private static List<String> detached(List<String> command) {
        if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return command;
        }
        var detached = new ArrayList<>(List.of("/usr/bin/setsid"));
        detached.addAll(command);
        return detached;
    }

    private static String startOf(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .map(String::valueOf)
                .orElse("unknown");
    }
}
