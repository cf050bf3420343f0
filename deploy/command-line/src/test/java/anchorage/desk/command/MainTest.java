package anchorage.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    Path folder;

    private Desk desk;
    private StandIn gateway;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
        gateway = desk.gateway();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void saysWhatItDidNotUnderstand() throws IOException {
        var file = desk.ledger("ledger.csv").toString();

        assertThat(desk.run(Map.of(), "push", "--json").exit()).isEqualTo(2);
        assertThat(desk.run(Map.of(), "push", "--json").json().get("outcome").asText())
                .isEqualTo("WRONG_USE");
        assertThat(desk.run(Map.of(), "pusch").err()).contains("pusch");
        assertThat(desk.push("--supersedes", "d1", "--supplements", "d2", file).exit())
                .isEqualTo(2);
        assertThat(desk.push("--supersedes", "d1", file, file).exit()).isEqualTo(2);
        assertThat(desk.push("no\0name.csv").err()).contains("C.UTF-8");
        assertThat(desk.push("--key-file", file, file).err()).contains("--key-id");
        assertThat(desk.run(Map.of("ANCHORAGE_GATEWAY", gateway.address()), "status", "--client-id", "c", "d1")
                        .err())
                .contains("ANCHORAGE_SECRET");
        assertThat(gateway.asked()).isEmpty();
    }

    @Test
    void savesRefusedRowsAndKeepsWhatWasThereWhenItCannot() throws IOException {
        // Given
        var file = folder.resolve("refused.csv");
        gateway.answers("GET /v1/deliveries/d1/refused-rows", 403, "{\"title\":\"Forbidden\"}")
                .answers("GET /v1/deliveries/d1/refused-rows", 200, "Date paid,refused_row\r\n");
        Files.writeString(file, "before");
        String[] command = {"refused", "d1", "-o", file.toString()};

        // When
        var forbidden = desk.run(desk.environment(), command);
        var kept = Files.readString(file);
        var saved = desk.run(desk.environment(), command);

        // Then
        assertThat(forbidden.exit()).isEqualTo(4);
        assertThat(kept).isEqualTo("before");
        assertThat(saved.exit()).isZero();
        assertThat(file).hasContent("Date paid,refused_row\r\n");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void loadsARegister() throws IOException {
        // Given
        var imports = "/v1/registers/charities/imports";
        gateway.answers("POST " + imports + "?source=them", 202, "{\"id\":\"i1\"}")
                .answers(
                        "GET " + imports + "/i1",
                        200,
                        "{\"state\":\"DONE\",\"rowsRead\":3,\"rowsTaken\":2,\"rowsRefused\":1}");

        // When
        var said = desk.run(
                desk.environment(),
                "import",
                "--client-id",
                "steward",
                "--source",
                "them",
                "charities",
                desk.ledger("charities.csv").toString());

        // Then
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("charities.csv: 2 of 3 rows taken, 1 refused");
    }
}
