package anchorage.kit.prefer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PreferencesTest {

    /** The examples of RFC 7240, section 2. */
    @Test
    void readsWhatTheStandardShows() {
        assertThat(of("respond-async, wait=10").values()).isEqualTo(Map.of("respond-async", "", "wait", "10"));
        assertThat(of("respond-async", "wait=10").values()).isEqualTo(Map.of("respond-async", "", "wait", "10"));
        assertThat(of("priority=5").values()).isEqualTo(Map.of("priority", "5"));
        assertThat(of("foo; bar").values()).isEqualTo(Map.of("foo", ""));
        assertThat(of("foo; bar=\"\"").values()).isEqualTo(Map.of("foo", ""));
        assertThat(of("foo=\"\"; bar").values()).isEqualTo(Map.of("foo", ""));
        assertThat(of("foo; some-parameter=\"x, y\", return=minimal").isMinimal())
                .isTrue();
    }

    @Test
    void takesTheFirstOfTwoAndWhateverTheCaseOfAName() {
        assertThat(of("return=minimal, return=representation").isMinimal()).isTrue();
        assertThat(of("Return=representation", "return=minimal").isRepresentation())
                .isTrue();
        assertThat(of("return=Minimal").isMinimal()).isFalse();
    }

    @Test
    void passesOverWhatItCannotRead() {
        for (var odd : List.of(
                "",
                ",",
                ";",
                "=",
                "wait",
                "wait=",
                "wait=-1",
                "wait=soon",
                "wait=1e3",
                "wait=99999999999",
                "wait=\"",
                "a b, \"wait=1",
                "return=\"minimal")) {
            assertThat(of(odd).patience()).as(odd).isEmpty();
            assertThat(of(odd).isMinimal()).as(odd).isFalse();
        }
        assertThat(of("a b, wait=\"7\", =").patience()).contains(Duration.ofSeconds(7));
    }

    @Test
    void failsOnNothing() {
        var letters = "wait=10, return=minimal;\"\\ \t\u0000é".toCharArray();
        var random = new Random(20261125);
        for (int tries = 0; tries < 20_000; tries++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(letters[random.nextInt(letters.length)]);
            }
            assertThat(of(text.toString()).patience().orElse(Duration.ZERO))
                    .isBetween(Duration.ZERO, Duration.ofDays(12_000));
        }
        assertThat(of("\\".repeat(100_000)).values()).isEmpty();
        assertThat(of("x=\"" + "\\a".repeat(100_000)).values()).isEmpty();
    }

    private static Preferences of(String... headers) {
        return Preferences.of(List.of(headers));
    }
}
