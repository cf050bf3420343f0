package anchorage.desk.command;

import anchorage.desk.NotDone;
import anchorage.desk.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that were named, all looked for before the first is sent. */
final class ReadableFiles {

    private ReadableFiles() {}

    static void check(List<Path> files) {
        for (var file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new NotDone(
                        Outcome.NO_FILE, "There is no file " + file.toAbsolutePath() + ", or it may not be read.");
            }
        }
    }
}
