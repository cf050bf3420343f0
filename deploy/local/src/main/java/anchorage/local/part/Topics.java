package anchorage.local.part;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics that Anchorage's services expect to find, made where they are missing. */
public final class Topics {

    private static final Map<String, String> KEPT_WHOLE = Map.of("cleanup.policy", "delete", "retention.ms", "-1");
    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

    private static final List<NewTopic> ALL = List.of(
            topic("deliveries.v1", KEPT_WHOLE),
            topic("deliveries-applied.v1", KEPT_WHOLE),
            topic("deliveries-withdrawn.v1", KEPT_WHOLE),
            topic("anchors.v1", COMPACTED),
            topic("supplier-mentions.v1", COMPACTED),
            topic("mentions-paid.v1", KEPT_WHOLE),
            topic("identifications.v1", COMPACTED),
            topic("reviews-needed.v1", KEPT_WHOLE),
            topic("suppliers.v1", COMPACTED),
            topic("places.v1", COMPACTED),
            unreadOf("deliveries-applied.v1"),
            unreadOf("deliveries-withdrawn.v1"),
            unreadOf("anchors.v1"),
            unreadOf("supplier-mentions.v1"),
            unreadOf("mentions-paid.v1"),
            unreadOf("identifications.v1"),
            unreadOf("reviews-needed.v1"),
            unreadOf("suppliers.v1"),
            unreadOf("places.v1"));

    private Topics() {}

    /** Makes what is missing and leaves the rest as it is. */
    public static void make(String servers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            Set<String> existing = admin.listTopics().names().get();
            admin.createTopics(ALL.stream()
                            .filter(topic -> !existing.contains(topic.name()))
                            .toList())
                    .all()
                    .get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted while making topics");
        } catch (ExecutionException failure) {
            throw new PartFailed("could not make Kafka's topics: " + failure.getMessage(), failure);
        }
    }

    /** Where a message goes that cannot be read. */
    private static NewTopic unreadOf(String topic) {
        return topic(topic + ".dead", KEPT_WHOLE);
    }

    private static NewTopic topic(String name, Map<String, String> settings) {
        return new NewTopic(name, 4, (short) 1).configs(settings);
    }
}
