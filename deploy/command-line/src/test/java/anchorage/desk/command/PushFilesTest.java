package anchorage.desk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushFilesTest {

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

    @ParameterizedTest
    @CsvSource({"APPLIED, 0, DONE", "REFUSED, 1, REFUSED", "SUPERSEDED, 0, DONE", "WITHDRAWN, 0, DONE"})
    void endsAsTheDeliveryDoes(String state, int exit, String outcome) throws IOException {
        // Given
        desk.pushEndsAs(state);

        // When
        var said = desk.push("--json", desk.ledger("ledger.csv").toString());

        // Then
        assertThat(said.exit()).isEqualTo(exit);
        assertThat(said.json().get("outcome").asText()).isEqualTo(outcome);
        assertThat(said.json().get("exitCode").asInt()).isEqualTo(exit);
        assertThat(said.json().at("/files/0/delivery/state").asText()).isEqualTo(state);
    }

    @Test
    void tellsPeopleWhatBecameOfEveryRow() throws IOException {
        // Given
        desk.pushEndsAs("APPLIED");

        // When
        var said = desk.push(desk.ledger("ledger.csv").toString());

        // Then
        assertThat(said.out())
                .contains("ledger.csv: APPLIED")
                .containsPattern("refused +1")
                .doesNotContain("{");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void goesOnAfterARefusedFileAndEndsAsTheWorst() throws IOException {
        // Given
        gateway.answers("GET /v1/anchors/trafford/feeds/spend", 200, "{}")
                .answers(Desk.PUSH, 202, "{\"id\":\"d1\"}")
                .answers("GET /v1/deliveries/d1", 200, Desk.DELIVERY.formatted("REFUSED"))
                .answers("GET /v1/deliveries/d1", 200, Desk.DELIVERY.formatted("APPLIED"));

        // When
        var said = desk.push(
                "--json",
                desk.ledger("one.csv").toString(),
                desk.ledger("two.csv").toString());

        // Then
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.json().get("files")).hasSize(2);
    }

    @Test
    void writesNamesOfAnyScriptInAscii() throws IOException {
        // Given
        desk.pushEndsAs("APPLIED");
        var file = desk.ledger("Płatności (Zażółć).csv");

        // When
        var said = desk.push("--json", file.toString());

        // Then
        assertThat(said.json().at("/files/0/file").asText()).isEqualTo(file.toString());
        assertThat(said.out()).matches("\\p{ASCII}*");
        assertThat(desk.sent(Desk.PUSH).headers().get("Content-disposition"))
                .containsExactly("attachment; filename=\"P_atno_ci (Za____).csv\"; "
                        + "filename*=UTF-8''P%C5%82atno%C5%9Bci%20%28Za%C5%BC%C3%B3%C5%82%C4%87%29.csv");
    }

    @Test
    void sendsNothingWhenOneOfTheFilesIsNotThere() throws IOException {
        // When
        var said = desk.push(
                "--json",
                desk.ledger("ledger.csv").toString(),
                folder.resolve("lost.csv").toString());

        // Then
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.json().get("detail").asText()).contains("lost.csv");
        assertThat(gateway.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"403, 4, NOT_ALLOWED", "401, 4, NOT_ALLOWED", "422, 5, PROBLEM", "500, 5, PROBLEM"})
    void showsTheProblemThatItWasAnswered(int status, int exit, String outcome) throws IOException {
        // Given
        gateway.answers("GET /v1/anchors/trafford/feeds/spend", 200, "{}")
                .answers(
                        Desk.PUSH,
                        status,
                        "{\"type\":\"/problems/some\",\"title\":\"Some problem\",\"detail\":\"Mend it.\"}");

        // When
        var said = desk.push("--json", desk.ledger("ledger.csv").toString());

        // Then
        assertThat(said.exit()).isEqualTo(exit);
        assertThat(said.json().get("outcome").asText()).isEqualTo(outcome);
        assertThat(said.json().at("/problem/type").asText()).isEqualTo("/problems/some");
        assertThat(said.err()).contains("Some problem. Mend it.");
    }

    @Test
    void saysThatADeliveryIsUnderwayStill() throws IOException {
        // Given
        gateway.answers("GET /v1/anchors/trafford/feeds/spend", 200, "{}")
                .answers(Desk.PUSH, 202, "{\"id\":\"d1\"}")
                .answers("GET /v1/deliveries/d1", 200, Desk.DELIVERY.formatted("READING"));

        // When
        var status = desk.run(desk.environment(), "status", "--json", "--client-id", "publisher-trafford", "d1");
        var impatient =
                desk.push("--json", "--wait", "0", desk.ledger("ledger.csv").toString());

        // Then
        assertThat(status.exit()).isEqualTo(7);
        assertThat(status.json().at("/delivery/state").asText()).isEqualTo("READING");
        assertThat(impatient.exit()).isEqualTo(7);
    }
}
