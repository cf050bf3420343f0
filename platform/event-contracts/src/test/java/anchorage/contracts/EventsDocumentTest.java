package anchorage.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The AsyncAPI document says of every event what the event is. */
class EventsDocumentTest {

    private final JsonNode document = read();

    static Stream<Class<?>> facts() {
        return Stream.of(
                AnchorDescribed.class,
                DeliveryApplied.class,
                DeliveryClosed.class,
                DeliveryOpened.class,
                DeliveryWithdrawn.class,
                MentionIdentified.class,
                MentionSeen.class,
                MentionsPaid.class,
                MentionsPaid.Paid.class,
                PlaceDescribed.class,
                ReviewNeeded.class,
                SpendLine.class,
                SupplierDescribed.class,
                SupplierDescribed.Premises.class,
                SupplierDescribed.Deprivation.class,
                SupplierDescribed.Ownership.class,
                SupplierDescribed.Size.class);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void describesEveryFieldAndNoOther(Class<?> fact) {
        var described = document.at("/components/schemas/" + fact.getSimpleName() + "/properties");

        assertThat(described.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(fact.getRecordComponents())
                        .map(component -> component.getName())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void holdsForTheSample(Class<?> fact) throws IOException {
        var sample = getClass().getResource("samples/" + fact.getSimpleName() + ".json");
        if (fact.isMemberClass()) {
            // A part of another fact, and in that one's sample.
            assertThat(sample).isNull();
            return;
        }
        assertThat(schema(fact.getSimpleName()).validate(new ObjectMapper().readTree(sample)))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoSample() throws IOException {
        var line = (ObjectNode) new ObjectMapper().readTree(getClass().getResource("samples/SpendLine.json"));
        line.put("amount", 12.5);
        line.remove("paidOn");

        assertThat(schema("SpendLine").validate(line)).hasSize(2);
    }

    @Test
    void namesEveryTopic() throws ReflectiveOperationException {
        var topics = document.get("channels").findValuesAsText("address");

        for (var topic : Topics.class.getFields()) {
            assertThat(topics).contains((String) topic.get(null));
        }
    }

    @Test
    void refersToNothingThatIsNotThere() {
        for (var reference : document.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void hasSomebodySendAndSomebodyHearEveryChannel() {
        var channels = document.get("channels").fieldNames();
        while (channels.hasNext()) {
            var channel = "#/channels/" + channels.next();
            assertThat(actions(channel)).as(channel).contains("send", "receive");
        }
    }

    private Stream<String> actions(String channel) {
        return StreamSupport.stream(document.get("operations").spliterator(), false)
                .filter(operation -> operation.at("/channel/$ref").asText().equals(channel))
                .map(operation -> operation.get("action").asText());
    }

    private com.networknt.schema.JsonSchema schema(String name) {
        var whole = (ObjectNode) document.deepCopy();
        whole.put("$ref", "#/components/schemas/" + name);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Files.readString(Path.of("../../docs/api/anchorage.asyncapi.yaml")));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
