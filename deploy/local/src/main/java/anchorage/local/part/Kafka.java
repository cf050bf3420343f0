package anchorage.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real Kafka broker in KRaft mode, as a process of its own, from the Maven registry's jars. */
public final class Kafka {

    /** Constant, since the broker is alone; a random one could begin with a dash, which its own tool refuses. */
    private static final String CLUSTER_ID = "QW5jaG9yYWdlLWxvY2Fs";

    private final Path home;
    private final Path log;
    private final int port;
    private final int controllerPort;
    private final String classPath;
    private final Running running;

    /**
     * @param home folder for the broker's data
     * @param classPath where the broker's classes are
     */
    public Kafka(Path home, Path log, int port, int controllerPort, String classPath) {
        this.home = home;
        this.log = log;
        this.port = port;
        this.controllerPort = controllerPort;
        this.classPath = classPath;
        this.running = new Running(home.resolve("kafka.pid"));
    }

    public Running running() {
        return running;
    }

    /** Where clients find the broker. */
    public String servers() {
        return "127.0.0.1:" + port;
    }

    /** Starts the broker, formatting its folder first if it is new, and waits until it answers. */
    public void start() {
        if (running.process().isEmpty()) {
            Ports.mustBeFree(port, "Kafka");
            Ports.mustBeFree(controllerPort, "Kafka's controller");
            var properties = writeProperties();
            if (!Files.exists(home.resolve("data/meta.properties"))) {
                Command.run(
                        List.of(
                                Java.executable(),
                                "-cp",
                                classPath,
                                "kafka.tools.StorageTool",
                                "format",
                                "--standalone",
                                "-t",
                                CLUSTER_ID,
                                "-c",
                                properties.toString()),
                        Map.of(),
                        log);
            }
            running.start(
                    List.of(
                            Java.executable(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            // A broker moves bytes and computes little; what the second compiler costs it does not
                            // win back on two cores.
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath,
                            "kafka.Kafka",
                            properties.toString()),
                    Map.of(),
                    log);
        }
        for (int tries = 0; tries < 300 && !Ports.answers(port); tries++) {
            if (running.process().isEmpty()) {
                throw new PartFailed("Kafka did not start; see " + log);
            }
            Pause.millis(200);
        }
        if (!Ports.answers(port)) {
            throw new PartFailed("Kafka did not answer within 60 s; see " + log);
        }
    }

    /** Stops the broker. */
    public void stop() {
        running.stop("TERM", Duration.ofSeconds(20));
    }

    private Path writeProperties() {
        var text = """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                num.partitions=4
                message.max.bytes=8388608
                replica.fetch.max.bytes=8388608
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                # Deliveries rebuild every read model, so nothing expires by itself.
                log.retention.ms=-1
                auto.create.topics.enable=false
                """.formatted(port, controllerPort, home.resolve("data").toAbsolutePath());
        try {
            Files.createDirectories(home);
            return Files.writeString(home.resolve("server.properties"), text);
        } catch (IOException failure) {
            throw new PartFailed("could not write Kafka's settings into " + home, failure);
        }
    }
}
