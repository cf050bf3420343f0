package anchorage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void tellsOptionsFromTheRest() {
        // When
        var arguments = new Arguments(List.of("--anchor", "a", "one.csv", "--empty", "two.csv"));

        // Then
        assertThat(arguments.required("--anchor")).isEqualTo("a");
        assertThat(arguments.has("--empty")).isTrue();
        assertThat(arguments.rest()).containsExactly("one.csv", "two.csv");
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> new Arguments(List.of("--ancor", "a"))).hasMessageContaining("--ancor");
        assertThatThrownBy(() -> new Arguments(List.of("--anchor"))).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> new Arguments(List.of()).required("--feed")).hasMessageContaining("--feed");
        assertThatThrownBy(() -> new Arguments(List.of()).first("which files")).hasMessageContaining("which files");
    }
}
