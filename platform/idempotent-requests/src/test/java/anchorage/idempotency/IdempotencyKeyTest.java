package anchorage.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    /** draft-ietf-httpapi-idempotency-key-header-07, section 2.1. */
    @Test
    void readsTheStructuredString() {
        assertThat(IdempotencyKey.read("\"8e03978e-40d5-43dd-bc93-6894a57f9324\""))
                .contains(new IdempotencyKey("8e03978e-40d5-43dd-bc93-6894a57f9324"));
    }

    @Test
    void takesTheBareTextForTheSameKey() {
        assertThat(IdempotencyKey.read(" 8e03978e ")).isEqualTo(IdempotencyKey.read("\"8e03978e\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"open", "two words", "\"caf\u00e9\"", "\"back\\slash\"", "\"a\"b\""})
    void readsNothingElse(String header) {
        assertThat(IdempotencyKey.read(header)).isEmpty();
    }

    @Test
    void readsNoKeyOfMoreThanTwoHundredCharacters() {
        assertThat(IdempotencyKey.read("k".repeat(201))).isEmpty();
        assertThat(IdempotencyKey.read("k".repeat(200))).isPresent();
    }
}
