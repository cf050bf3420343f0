package anchorage.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @ParameterizedTest
    @ValueSource(
            classes = {
                AnchorDescribed.class,
                DeliveryApplied.class,
                DeliveryClosed.class,
                DeliveryOpened.class,
                DeliveryWithdrawn.class,
                MentionIdentified.class,
                MentionSeen.class,
                MentionsPaid.class,
                PlaceDescribed.class,
                ReviewNeeded.class,
                SpendLine.class,
                SupplierDescribed.class
            })
    void readsAndWritesItsSampleWithoutLoss(Class<?> fact) throws IOException {
        // Given
        var sample = json.readTree(getClass().getResource("samples/" + fact.getSimpleName() + ".json"));

        // When
        var written = json.readTree(json.writeValueAsBytes(json.treeToValue(sample, fact)));

        // Then
        assertThat(written).isEqualTo(sample);
    }
}
