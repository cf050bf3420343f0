package anchorage.testsupport;

import anchorage.local.part.Kafka;
import anchorage.local.part.Ports;
import anchorage.local.part.Postgres;
import anchorage.local.part.Scratch;
import anchorage.local.part.Secrets;
import anchorage.local.part.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** A real PostgreSQL and a real Kafka for a service's tests, started by the same code as {@code ./anchorage up}. */
public class Backends implements QuarkusTestResourceLifecycleManager {

    private static final String DATABASE = "service";

    private Scratch folder;
    private Postgres postgres;
    private Kafka kafka;
    private FakeIdentityProvider identityProvider;

    @Override
    public Map<String, String> start() {
        folder = Scratch.of("anchorage-test");
        postgres = new Postgres(
                folder.resolve("postgres"),
                folder.resolve("postgres.log"),
                Ports.free(),
                new Secrets(folder.resolve("secrets")));
        postgres.start();
        postgres.database(DATABASE);
        kafka = new Kafka(
                folder.resolve("kafka"),
                folder.resolve("kafka.log"),
                Ports.free(),
                Ports.free(),
                System.getProperty("java.class.path"));
        kafka.start();
        Topics.make(kafka.servers());
        identityProvider = new FakeIdentityProvider();
        return settings();
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("quarkus.datasource.jdbc.url", postgres.url(DATABASE));
        settings.put("quarkus.datasource.username", DATABASE);
        settings.put("quarkus.datasource.password", postgres.password(DATABASE));
        settings.put("kafka.bootstrap.servers", kafka.servers());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        settings.put("quarkus.oidc.public-key", Tokens.publicKey());
        settings.put("pages.key", "another-key-of-this-run-and-of-no-other-one");
        settings.put("ingest.raw-folder", folder.resolve("raw").toString());
        settings.put("ingest.identity.admin-url", identityProvider.url());
        settings.put("ingest.identity.token-url", identityProvider.url() + "/token");
        settings.put("ingest.identity.client", "spend-ingest");
        settings.put("ingest.identity.secret", "of-this-run");
        settings.put("ingest.webhooks.key", "a-key-of-this-run-and-of-no-other-one");
        settings.put("ingest.webhooks.local", "true");
        settings.put("ingest.webhooks.pause", "100ms");
        settings.put("registry.import-folder", folder.resolve("imports").toString());
        settings.put("insight.lake-folder", folder.resolve("lake").toString());
        settings.put("insight.spool-folder", folder.resolve("spool").toString());
        return settings;
    }

    @Override
    public void stop() {
        identityProvider.stop();
        kafka.stop();
        postgres.stop();
        folder.close();
    }
}
