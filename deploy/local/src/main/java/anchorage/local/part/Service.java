package anchorage.local.part;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of Anchorage's services, as its packaged jar. */
public final class Service {

    private final String name;
    private final Path jar;
    private final Path log;
    private final int port;
    private final int managementPort;
    private final List<String> memory;
    private final Running running;

    /**
     * @param jar the {@code quarkus-run.jar}
     * @param memory options of the virtual machine that bound its memory
     */
    public Service(String name, Path jar, Path state, Path log, int port, int managementPort, List<String> memory) {
        this.name = name;
        this.jar = jar;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
        this.memory = List.copyOf(memory);
        this.running = new Running(state.resolve(name + ".pid"));
    }

    public String name() {
        return name;
    }

    public Running running() {
        return running;
    }

    public Path log() {
        return log;
    }

    /** Starts the service without waiting for it. */
    public void start(Map<String, String> environment) {
        if (running.process().isPresent()) {
            return;
        }
        Ports.mustBeFree(port, name);
        Ports.mustBeFree(managementPort, name + "'s management");
        var command = new ArrayList<String>(List.of(Java.executable()));
        command.addAll(memory);
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + managementPort,
                "-jar",
                jar.toString()));
        running.start(command, environment, log);
    }

    /** Whether it says of itself that it is ready. */
    public boolean isReady() {
        return running.process().isPresent() && Http.answersOk("http://127.0.0.1:" + managementPort + "/health/ready");
    }

    /** Waits until it is ready. */
    public void awaitReady() {
        for (int tries = 0; tries < 600; tries++) {
            if (isReady()) {
                return;
            }
            if (running.process().isEmpty()) {
                throw new PartFailed(name + " did not start; see " + log);
            }
            Pause.millis(200);
        }
        throw new PartFailed(name + " was not ready within 2 minutes; see " + log);
    }

    /** Stops the service after it has finished what it is doing, within reason. */
    public void stop() {
        running.stop("TERM", Duration.ofSeconds(20));
    }
}
