package anchorage.ingest.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that no database keeps, wherever a file may have them: the delivery comes to its end all the same. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OddTextTest {

    private static final SpendFeed FEED = new SpendFeed("demo-odd-text");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date paid,Supplier name,Net amount,Odd\0name\n31/03/2026,Roch,1.00,x\n",
                "Date paid,Supplier name,Net amount\n31/03/2026,Ro\0ch,1.00\n",
                "Date paid,Supplier name,Net amount\n31/03/2026,Roch,1.00\n31/\0/2026,Roch,1.00\n",
                "{\"paidOn\":\"2026-03-31\",\"supplierName\":\"Ro\\ud83dch\",\"amount\":1.00,\"o\\ud83d\":\"\\u0000\"}\n"
            })
    void readsAFileThatHoldsThem(String file) {
        FEED.create();
        var delivery = FEED.pushed(file, Map.of());
        assertThat(delivery.getString("state")).isEqualTo("PUBLISHED");
        assertThat(delivery.getString("totals.net")).isEqualTo("1.00");
    }

    @Test
    void refusesAFileWhoseHeaderIsMadeOfThem() {
        FEED.create();
        var delivery = FEED.pushed("Da\0te,Who\0,Much\0\n31/03/2026,Roch,1.00\n", Map.of());
        assertThat(delivery.getString("state")).isEqualTo("REFUSED");
        assertThat(delivery.getString("refused.detail")).isNotBlank();
    }

    @Test
    void takesThemInWhatIsSaidOfAFile() {
        FEED.create();
        FEED.push(SpendFeed.ledger(), Map.of("period", "2026\0")).statusCode(202);
    }
}
