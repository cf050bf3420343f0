package anchorage.registry.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CutLengthsTest {

    @Test
    void findsTheLengthAtWhichNamesPileUp() {
        assertThat(CutLengths.of(Map.of(20, 100, 30, 20, 33, 6, 34, 5, 35, 60))).isEqualTo(35);
    }

    @Test
    void findsNoneWhereNamesThinOut() {
        assertThat(CutLengths.of(Map.of(20, 100, 30, 20, 40, 5, 41, 4, 52, 1))).isZero();
        assertThat(CutLengths.of(Map.of())).isZero();
        assertThat(CutLengths.of(Map.of(9, 400))).isZero();
    }
}
