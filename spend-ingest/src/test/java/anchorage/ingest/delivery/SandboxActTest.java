package anchorage.ingest.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxActTest {

    @ParameterizedTest
    @CsvSource({
        "demo-sandbox, too-many-waiting.csv, TOO_MANY_WAITING",
        "demo-sandbox-acme, Reduced-Capacity.xlsx, REDUCED_CAPACITY",
        "demo-sandbox, slow.csv.gz, SLOW",
        "demo-sandbox, slowly.csv,",
        "demo-sandbox, applied.csv,",
        "demo-sandbox,,",
        "demo-police, too-many-waiting.csv,",
        "trafford, slow.csv,"
    })
    void asksByNamesAtSandboxesAlone(String anchor, String name, SandboxAct act) {
        assertThat(SandboxAct.askedBy(push(anchor, name))).isEqualTo(Optional.ofNullable(act));
    }

    @Test
    void letsOnlyTheSlowWait() {
        assertThat(SandboxAct.wait(push("demo-sandbox", "slow.csv"))).isEqualTo(Duration.ofSeconds(10));
        assertThat(SandboxAct.wait(push("demo-sandbox", "too-many-waiting.csv")))
                .isZero();
        assertThat(SandboxAct.wait(push("trafford", "slow.csv"))).isZero();
    }

    private static Push push(String anchor, String name) {
        return new Push(
                anchor, "spend", name, Optional.empty(), new Delivery.ControlTotal(null, null, null), Optional.empty());
    }
}
