package anchorage.ingest.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"paidOn\":\"2026-03-31\",\"supplierName\":\"Roch\",\"amount\":\"-12.50\"}",
                "{\"paidOn\":\"2026-03-31\",\"supplierName\":\"Roch\",\"amount\":-12.50}",
                "{\"amount\":-1.25e1,\"paidOn\":\"2026-03-31\",\"supplierName\":\"Roch\",\"tags\":[1,{\"a\":2}]}",
                "[ {\"Payment Date\":\"31/03/2026\",\n\"Beneficiary Name\":\"Roch\",\"Amount\":-12.5} ]"
            })
    void readsAnObjectAsALine(String json) throws IOException {
        // When
        var row = (Row.Accepted) rows(json).get(0);

        // Then
        assertThat(row.line().amount()).isEqualByComparingTo("-12.50");
        assertThat(row.line().paidOn()).isEqualTo("2026-03-31");
        assertThat(row.line().supplierName()).isEqualTo("Roch");
    }

    @Test
    void refusesALineThatIsNoObjectAndReadsThoseAfterIt() throws IOException {
        // Given
        var line = "{\"paidOn\":\"2026-03-31\",\"supplierName\":\"Roch\",\"amount\":1}\n";

        // When
        var rows = rows(line + "{\"paidOn\":\n\n[1]\n{\"amount\":1,\"amount\":2}\n" + "[".repeat(2000) + "\n" + line);

        // Then
        assertThat(rows)
                .extracting(row -> row.getClass().getSimpleName())
                .containsExactly("Accepted", "Refused", "Blank", "Refused", "Refused", "Refused", "Accepted");
        assertThat(((Row.Refused) rows.get(1)).refusal().code()).isEqualTo(Refusal.Code.UNREADABLE_RECORD);
    }

    @Test
    void refusesJsonThatIsNoLedger() {
        assertThatThrownBy(() -> rows("{ \"type\": \"FeatureCollection\",\n \"features\": [] }"))
                .isInstanceOf(UnreadableFile.class);
    }

    private static List<Row> rows(String json) throws IOException {
        try (var file = LedgerFile.ofBeginning(json.getBytes(UTF_8))) {
            var reader = new RowReader("an-anchor", file);
            var rows = new ArrayList<Row>();
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
            return rows;
        }
    }
}
