package anchorage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedUploadsTest {

    @TempDir
    Path folder;

    @Test
    void knowsAnUploadBySayingTheSameOfTheSameFile() throws IOException {
        // Given
        var file = Files.writeString(folder.resolve("ledger.csv"), "one");
        var unfinished = new UnfinishedUploads(folder.resolve("notes"));

        // When
        unfinished.keep("/push", file, "/v1/uploads/1");

        // Then
        assertThat(new UnfinishedUploads(folder.resolve("notes")).of("/push", file))
                .contains("/v1/uploads/1");
        assertThat(unfinished.of("/push?supersedes=2", file)).isEmpty();
        Files.writeString(file, "another");
        assertThat(unfinished.of("/push", file)).isEmpty();
    }

    @Test
    void forgetsAnUploadThatHasEnded() throws IOException {
        // Given
        var file = Files.writeString(folder.resolve("ledger.csv"), "one");
        var unfinished = new UnfinishedUploads(folder.resolve("notes"));
        unfinished.keep("/push", file, "/v1/uploads/1");

        // When
        unfinished.forget("/push", file);

        // Then
        assertThat(unfinished.of("/push", file)).isEmpty();
    }
}
