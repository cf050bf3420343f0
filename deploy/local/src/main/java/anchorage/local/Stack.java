package anchorage.local;

import anchorage.desk.Api;
import anchorage.desk.Tokens;
import anchorage.local.part.Kafka;
import anchorage.local.part.Keycloak;
import anchorage.local.part.PartFailed;
import anchorage.local.part.Postgres;
import anchorage.local.part.Running;
import anchorage.local.part.Secrets;
import anchorage.local.part.Service;
import anchorage.local.part.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** All parts of one installation: what they are, and in which order they start and stop. */
public final class Stack {

    private static final int PASSES = 3;

    private static final long MEMORY_NEEDED = 3L << 30;

    private final Home home;
    private final Secrets secrets;
    private final Postgres postgres;
    private final Kafka kafka;
    private final Keycloak keycloak;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> extra = new HashMap<>();

    public Stack(Home home) {
        this.home = home;
        this.secrets = new Secrets(home.data().resolve("secrets"));
        this.postgres = new Postgres(
                home.data().resolve("postgres"), home.logs().resolve("postgres.log"), home.port(5442), secrets);
        this.kafka = new Kafka(
                home.data().resolve("kafka"),
                home.logs().resolve("kafka.log"),
                home.port(9192),
                home.port(9193),
                System.getProperty("java.class.path"));
        this.keycloak = new Keycloak(
                home.data().resolve("keycloak"),
                home.logs().resolve("keycloak.log"),
                home.root().resolve("deploy/local/target/keycloak.zip"),
                home.root().resolve("deploy/keycloak/realm.json"),
                home.port(8180),
                home.port(9180),
                home.gateway(),
                postgres,
                secrets);
        // DuckDB's memory lies beside the heap.
        service("spend-ingest", 8081, 9081, "-Xmx384m");
        service("supplier-registry", 8082, 9082, "-Xmx320m");
        service("insight-service", 8083, 9083, "-Xmx320m");
        service("gateway", 8080, 9080, "-Xmx128m");
    }

    /** Settings of a service beside those that it needs here. */
    public void set(String service, Map<String, String> settings) {
        extra.put(service, settings);
    }

    public Home home() {
        return home;
    }

    public Secrets secrets() {
        return secrets;
    }

    public Kafka kafka() {
        return kafka;
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    public Postgres postgres() {
        return postgres;
    }

    /** The API at that address, for the clients whose secrets this installation holds. */
    public Api api(String gateway) {
        return new Api(gateway, new Tokens(() -> URI.create(keycloak.tokenUrl()), this::secretOf));
    }

    private Map<String, String> secretOf(String client, URI tokenUrl) {
        return Map.of(
                "client_secret",
                secrets.known(client)
                        .orElseThrow(() -> new PartFailed("There is no secret for client '" + client
                                + "' in this installation. Demonstration clients are admin-cli-demo, steward-demo, "
                                + "analyst-demo, and publisher-<anchor> for an anchor created with "
                                + "'./anchorage anchor'.")));
    }

    /** The service of that name. */
    public Service service(String name) {
        return services.get(name);
    }

    /** Starts everything that does not run, and returns when all of it is ready. */
    public void start(Consumer<String> progress) {
        mustHaveMemory();
        mustBeBuilt();
        for (int pass = 0; pass < PASSES && !isWhole(); pass++) {
            startMissing(progress);
        }
    }

    /** A part that dies while the others are looked at is seen missing in the next pass. */
    private boolean isWhole() {
        return parts().values().stream().allMatch(part -> part.process().isPresent())
                && services.values().stream().allMatch(Service::isReady);
    }

    private void startMissing(Consumer<String> progress) {
        progress.accept("PostgreSQL");
        postgres.start();
        progress.accept(
                home.isUsed() && Files.exists(home.data().resolve("keycloak/complete"))
                        ? "Keycloak"
                        : "Keycloak (the first start unpacks and builds it)");
        keycloak.start();
        progress.accept("Kafka");
        kafka.start();
        Topics.make(kafka.servers());
        keycloak.awaitReady();
        for (var service : services.values()) {
            progress.accept(service.name());
            startService(service);
        }
        services.values().forEach(Service::awaitReady);
    }

    /** Starts one service, without waiting for it. */
    public void startService(Service service) {
        if (!service.name().equals("gateway")) {
            postgres.database(database(service.name()));
        }
        service.start(environment(service.name()));
    }

    /** Stops everything: the services, together, and then what they stand on. */
    public void stop(Consumer<String> progress) {
        var stopping = new ArrayList<CompletableFuture<Void>>();
        for (var service : services.values()) {
            if (service.running().process().isPresent()) {
                progress.accept(service.name());
            }
            stopping.add(CompletableFuture.runAsync(service::stop));
        }
        stopping.forEach(CompletableFuture::join);
        keycloak.stop();
        kafka.stop();
        postgres.stop();
    }

    /** The process of each part. */
    public Map<String, Running> parts() {
        var parts = new LinkedHashMap<String, Running>();
        parts.put("postgres", postgres.running());
        parts.put("kafka", kafka.running());
        parts.put("keycloak", keycloak.running());
        services.forEach((name, service) -> parts.put(name, service.running()));
        return parts;
    }

    private void service(String name, int port, int managementPort, String heap) {
        services.put(
                name,
                new Service(
                        name,
                        jar(name),
                        home.data().resolve("run"),
                        home.logs().resolve(name + ".log"),
                        home.port(port),
                        home.port(managementPort),
                        List.of(heap, "-Xms32m", "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=192m", "-Xss512k")));
    }

    private Path jar(String service) {
        return home.root().resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private Map<String, String> environment(String service) {
        var environment = new HashMap<>(extra.getOrDefault(service, Map.of()));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.servers());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.realmUrl());
        if (service.equals("gateway")) {
            environment.put("GATEWAY_SITE", home.gateway());
            environment.put(
                    "GATEWAY_COMMAND_LINE",
                    home.root()
                            .resolve("deploy/command-line/target/anchorage.jar")
                            .toString());
            environment.put("GATEWAY_PEOPLE_SECRET", secrets.of("portal"));
            environment.put("GATEWAY_TOKEN_URL", keycloak.tokenUrl());
            environment.put("GATEWAY_ORIGINS_SPEND_INGEST", "http://127.0.0.1:" + home.port(8081));
            environment.put("GATEWAY_ORIGINS_SUPPLIER_REGISTRY", "http://127.0.0.1:" + home.port(8082));
            environment.put("GATEWAY_ORIGINS_INSIGHT_SERVICE", "http://127.0.0.1:" + home.port(8083));
            return environment;
        }
        var database = database(service);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.url(database));
        environment.put("QUARKUS_DATASOURCE_USERNAME", database);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password(database));
        environment.put("PAGES_KEY", secrets.of("pages-" + service));
        var folder = home.data().resolve(service);
        switch (service) {
            case "spend-ingest" -> {
                environment.put("INGEST_RAW_FOLDER", folder.resolve("raw").toString());
                environment.put("INGEST_IDENTITY_ADMIN_URL", keycloak.realmUrl().replace("/realms/", "/admin/realms/"));
                environment.put("INGEST_IDENTITY_TOKEN_URL", keycloak.tokenUrl());
                environment.put("INGEST_IDENTITY_CLIENT", "spend-ingest");
                environment.put("INGEST_IDENTITY_SECRET", secrets.of("spend-ingest"));
                environment.put("INGEST_WEBHOOKS_KEY", secrets.of("webhooks"));
                // Everything is on this machine, so a receiver to try it with may be too.
                environment.put("INGEST_WEBHOOKS_LOCAL", "true");
            }
            case "supplier-registry" ->
                environment.put(
                        "REGISTRY_IMPORT_FOLDER", folder.resolve("imports").toString());
            default -> {
                environment.put("INSIGHT_LAKE_FOLDER", folder.resolve("lake").toString());
                environment.put("INSIGHT_SPOOL_FOLDER", folder.resolve("spool").toString());
            }
        }
        return environment;
    }

    private static String database(String service) {
        return service.replace('-', '_');
    }

    private void mustBeBuilt() {
        for (var service : services.keySet()) {
            if (!Files.exists(jar(service))) {
                throw new PartFailed(service + " is not built; './anchorage up' builds it, or 'mvn package'");
            }
        }
    }

    private void mustHaveMemory() {
        if (parts().values().stream().anyMatch(part -> part.process().isPresent())) {
            return;
        }
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            lines.filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .filter(available -> available < MEMORY_NEEDED)
                    .findFirst()
                    .ifPresent(available -> {
                        throw new PartFailed("Anchorage needs 3 GB of memory, and " + (available >> 20)
                                + " MB are available. Close other programs and try again.");
                    });
        } catch (IOException notLinux) {
            if (Files.exists(Path.of("/proc/meminfo"))) {
                throw new UncheckedIOException(notLinux);
            }
        }
    }
}
