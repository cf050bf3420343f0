package anchorage.ingest.upload.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9651, sections 3.3.1 and 3.3.6. */
class UploadFieldsTest {

    @Test
    void readsWhatTheDraftWrites() {
        assertThat(UploadFields.truth("?1")).contains(true);
        assertThat(UploadFields.truth(" ?0 ;a=1")).contains(false);
        assertThat(UploadFields.bytes("0")).contains(0L);
        assertThat(UploadFields.bytes("999999999999999")).contains(999_999_999_999_999L);
        assertThat(UploadFields.bytes("12;x")).contains(12L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "?2", "true", "?1 ?0", "?", "\"?1\""})
    void takesWhatIsNoBooleanForNothing(String field) {
        assertThat(UploadFields.truth(field)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.0", "1000000000000000", "0x10", "1 2", "\u0661"})
    void takesWhatIsNoIntegerForNothing(String field) {
        assertThat(UploadFields.bytes(field)).isEmpty();
    }

    @Test
    void readsAnyTextWithoutFailing() {
        var random = new Random(1);
        for (int number = 0; number < 10_000; number++) {
            var text = random.ints(random.nextInt(12), 0, 0x250)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(UploadFields.bytes(text).orElse(0L)).isNotNegative();
            assertThat(UploadFields.truth(text)).isNotNull();
        }
    }
}
