package anchorage.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A real Keycloak, as a process of its own, its realm made from {@code deploy/keycloak/realm.json} at first start. */
public final class Keycloak {

    /** The demonstration people of the realm, whose passwords are among the installation's secrets. */
    public static final List<String> PEOPLE =
            List.of("demo-admin", "demo-steward", "demo-analyst", "demo-trafford-analyst", "demo-trafford-publisher");

    private static final String DATABASE = "keycloak";

    private final Path home;
    private final Path log;
    private final Path distribution;
    private final Path realm;
    private final int port;
    private final int managementPort;
    private final String site;
    private final Postgres postgres;
    private final Secrets secrets;
    private final Running running;

    /**
     * @param home folder for the unpacked server
     * @param distribution the server's zip
     * @param realm the realm to import, its secrets written as {@code ${NAME_SECRET}} and {@code ${NAME_PASSWORD}}
     * @param site the gateway's address, to which people come back when they have signed in
     */
    public Keycloak(
            Path home,
            Path log,
            Path distribution,
            Path realm,
            int port,
            int managementPort,
            String site,
            Postgres postgres,
            Secrets secrets) {
        this.home = home;
        this.log = log;
        this.distribution = distribution;
        this.realm = realm;
        this.port = port;
        this.managementPort = managementPort;
        this.site = site;
        this.postgres = postgres;
        this.secrets = secrets;
        this.running = new Running(home.resolve("keycloak.pid"));
    }

    public Running running() {
        return running;
    }

    /** The realm's address, which is also the issuer of its tokens. */
    public String realmUrl() {
        return "http://localhost:" + port + "/realms/city-region";
    }

    /** Where clients fetch tokens. */
    public String tokenUrl() {
        return realmUrl() + "/protocol/openid-connect/token";
    }

    /** Starts the server without waiting for it; the first start unpacks and builds it. */
    public void start() {
        if (running.process().isPresent()) {
            return;
        }
        Ports.mustBeFree(port, "Keycloak");
        Ports.mustBeFree(managementPort, "Keycloak's management");
        postgres.database(DATABASE);
        prepare();
        var command = new ArrayList<String>(List.of(
                server().resolve("bin/kc.sh").toString(),
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname=http://localhost:" + port,
                "--cache=local",
                "--db-url=" + postgres.url(DATABASE),
                "--db-username=" + DATABASE,
                "--db-pool-max-size=15"));
        running.start(command, environment(), log);
    }

    /** Waits until the realm answers. */
    public void awaitReady() {
        for (int tries = 0; tries < 900; tries++) {
            if (Http.answersOk(realmUrl() + "/.well-known/openid-configuration")) {
                return;
            }
            if (running.process().isEmpty()) {
                throw new PartFailed("Keycloak did not start; see " + log);
            }
            Pause.millis(200);
        }
        throw new PartFailed("Keycloak did not answer within 3 minutes; see " + log);
    }

    /** Stops the server. */
    public void stop() {
        // The server is the child of the script that starts it.
        running.process().ifPresent(script -> script.descendants().forEach(ProcessHandle::destroy));
        running.stop("TERM", Duration.ofSeconds(20));
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("KC_DB_PASSWORD", postgres.password(DATABASE));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak-admin"));
        for (var client : List.of("admin-cli-demo", "steward-demo", "analyst-demo", "spend-ingest", "portal")) {
            environment.put(variable(client) + "_SECRET", secrets.of(client));
        }
        PEOPLE.forEach(person -> environment.put(variable(person) + "_PASSWORD", secrets.of(person)));
        environment.put("PORTAL_SITE", site);
        return environment;
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private Path server() {
        return home.resolve("server");
    }

    private void prepare() {
        if (Files.exists(home.resolve("complete"))) {
            return;
        }
        try {
            unpack();
            var imports = Files.createDirectories(server().resolve("data/import"));
            Files.copy(realm, imports.resolve("realm.json"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Command.run(
                    List.of(
                            server().resolve("bin/kc.sh").toString(),
                            "build",
                            "--db=postgres",
                            // The realm's policy for publishers' secrets needs it, ADR 022.
                            "--features=client-secret-rotation",
                            "--health-enabled=true",
                            "--metrics-enabled=false"),
                    environment(),
                    log);
            Files.createFile(home.resolve("complete"));
        } catch (IOException failure) {
            throw new PartFailed("could not prepare Keycloak in " + home, failure);
        }
    }

    private void unpack() throws IOException {
        try (var zip = ZipFile.builder().setPath(distribution).get()) {
            for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                var target = server().resolve(name).normalize();
                if (!target.startsWith(server())) {
                    throw new IOException("unexpected entry " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
                if (name.endsWith(".sh")) {
                    target.toFile().setExecutable(true);
                }
            }
        }
    }
}
