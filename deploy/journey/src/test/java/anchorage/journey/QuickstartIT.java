package anchorage.journey;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/quickstart.md, in their order, but for those that start and stop what runs here already. */
@ExtendWith(Whole.class)
class QuickstartIT {

    private static final Pattern BLOCK = Pattern.compile("```\n(.+?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void bringsWhoFollowsItToAFirstFigureAndItsLines() throws Exception {
        // Given
        var script = Files.writeString(
                folder.resolve("anchorage"), "#!/bin/sh\nexec " + Whole.root().resolve("anchorage") + " \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
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
        var said = run(commands());

        // Then
        assertThat(said)
                .contains("anchor my-council is there")
                .contains("\"feed\":\"over-500\"")
                .contains("\"atLeast\":\"0.7500\"")
                .contains("Stretford Bakers Ltd")
                .doesNotContain("problems/");
    }

    private static String commands() throws IOException {
        var page = Files.readString(RealData.root().resolve("docs/quickstart.md"));
        var blocks = BLOCK.matcher(page).results().map(MatchResult::group).toList();
        assertThat(blocks).hasSizeGreaterThan(6);
        return String.join(
                "\n",
                blocks.stream()
                        .map(block -> block.replace("```", ""))
                        .filter(block -> !block.contains("./anchorage up") && !block.contains("./anchorage down"))
                        .map(block -> block.replace(
                                "http://localhost:8080", Whole.stack().home().gateway()))
                        .toList());
    }

    private String run(String commands) throws IOException, InterruptedException {
        var shell = new ProcessBuilder(List.of("sh", "-e", "-c", commands))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        var home = Whole.stack().home();
        shell.environment().put("ANCHORAGE_DATA", home.data().toString());
        shell.environment().put("ANCHORAGE_PORT_OFFSET", String.valueOf(home.portOffset()));
        var process = shell.start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
