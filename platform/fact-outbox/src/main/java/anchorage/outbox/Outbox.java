package anchorage.outbox;

import anchorage.kit.trace.Trace;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Where a fact waits from the commit that makes it true until Kafka has it. */
@ApplicationScoped
public class Outbox {

    /** The channel on which the database tells the relay, at the commit, that something waits. */
    static final String BELL = "outbox";

    private final ObjectMapper json;

    Outbox(ObjectMapper json) {
        this.json = json;
    }

    /** States a fact in the handle's transaction; null as the fact removes the key from a compacted topic. */
    public void say(Handle transaction, String topic, String key, Object fact) {
        sayAll(transaction, topic, List.of(fact), any -> key);
    }

    /** States many facts in the handle's transaction, in this order. */
    public <T> void sayAll(Handle transaction, String topic, List<T> facts, Function<T, String> key) {
        if (facts.isEmpty()) {
            return;
        }
        var batch = transaction.prepareBatch("""
                INSERT INTO outbox (topic, key, fact, traceparent) VALUES (:topic, :key, :fact, :trace)
                """);
        var trace = Trace.parent().orElse(null);
        for (T fact : facts) {
            batch.bind("topic", topic)
                    .bind("key", key.apply(fact))
                    .bind("fact", bytes(fact))
                    .bind("trace", trace)
                    .add();
        }
        batch.execute();
        transaction.execute("NOTIFY " + BELL);
    }

    private byte[] bytes(Object fact) {
        try {
            return json.writeValueAsBytes(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a fact could not be written as JSON", impossible);
        }
    }
}
