package anchorage.ingest.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.MutatedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that have been damaged in every way we could think of: each is read row by row, or refused with a sentence. The
 * system property {@code anchorage.mutations} sets how many.
 */
class MutatedFilesTest {

    private static final int MUTATIONS = Integer.getInteger("anchorage.mutations", 3000);

    @TempDir
    Path folder;

    @Test
    void answersEachWithRowsOrASentence() throws IOException {
        // Given
        var files = new MutatedFiles();

        for (int number = 0; number < MUTATIONS; number++) {
            var file = Files.write(folder.resolve("mutated"), files.file(number));

            // When
            try {
                long rows = ReadWhole.rows(file);

                // Then
                assertThat(rows).isNotNegative();
            } catch (UnreadableFile sentence) {
                assertThat(sentence.getMessage()).isNotBlank();
                assertThat(sentence.code()).matches("[a-z-]+");
            } catch (IOException | RuntimeException | OutOfMemoryError unforeseen) {
                throw new AssertionError("mutation " + number + " is not foreseen", unforeseen);
            }
        }
    }

    /** Whatever stands in the cells, every record below the header is a row. */
    @Test
    void losesNoRowWhateverStandsInItsCells() throws IOException {
        for (int number = 0; number < MUTATIONS / 3; number++) {
            // Given
            var random = new Random(number);
            var text = new StringBuilder("Date paid,Supplier name,Net amount\n31/03/2026,Roch,1.00\n");
            int records = 1 + random.nextInt(30);
            for (int record = 0; record < records; record++) {
                text.append(randomCell(random))
                        .append(',')
                        .append(randomCell(random))
                        .append(',');
                text.append(randomCell(random)).append('\n');
            }
            var file = Files.write(folder.resolve("cells"), text.toString().getBytes(UTF_8));

            // When
            var rows = ReadWhole.rows(file);

            // Then
            assertThat(rows).as("cells of " + number).isEqualTo(records + 1L);
        }
    }

    private static String randomCell(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "31/03/2026";
            case 1 -> String.valueOf(random.nextInt(100_000) / 100.0);
            case 2 -> "";
            case 3 -> "\u0000\u0007\ufffd";
            case 4 -> "x".repeat(random.nextInt(5_000));
            case 5 -> "Roch Care Ltd";
            case 6 -> "\"quoted, and \"\"doubled\"\"\"";
            default -> String.valueOf((char) (32 + random.nextInt(2)));
        };
    }
}
