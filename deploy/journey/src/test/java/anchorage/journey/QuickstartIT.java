package anchorage.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/quickstart.md, in their order, but for those that start and stop what runs here already. */
@ExtendWith(Whole.class)
class QuickstartIT {

    @TempDir
    Path folder;

    @Test
    void bringsWhoFollowsItToAFirstFigureAndItsLines() throws Exception {
        // Given
        Files.writeString(folder.resolve("ledger.csv"), """
                Date paid,Supplier name,Net amount
                01/04/2025,Stretford Bakers Ltd,75.00
                02/04/2025,Nobody Knows Ltd,25.00
                """);
        Files.writeString(folder.resolve("gender-pay-gap.csv"), """
                EmployerName,CompanyNumber,PostCode
                STRETFORD BAKERS LIMITED,12350001,M32 0AA
                """);
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("codepo_gb.zip")))) {
            zip.putNextEntry(new ZipEntry("Data/CSV/m.csv"));
            zip.write("\"M32 0AA\",10,0,0,\"\",\"\",\"\",\"\",\"E08000009\",\"\"\n".getBytes());
        }

        // When
        var said = Guide.shell(
                String.join(
                        "\n",
                        Guide.named("quickstart").commands().stream()
                                .filter(block ->
                                        !block.contains("./anchorage up") && !block.contains("./anchorage down"))
                                .toList()),
                folder,
                Map.of());

        // Then
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("anchor my-council is there")
                .contains("\"feed\":\"over-500\"")
                .contains("\"atLeast\":\"0.7500\"")
                .contains("Stretford Bakers Ltd")
                .doesNotContain("problems/");
    }
}
