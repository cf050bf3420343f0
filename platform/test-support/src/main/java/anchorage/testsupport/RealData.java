package anchorage.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real ledgers and registers that public bodies published. They are not part of the project. */
public final class RealData {

    private RealData() {}

    /**
     * A file of the real data, found in the folder that ANCHORAGE_TEST_DATA names, or beside the project.
     *
     * <p>Where the data are absent the test is skipped, and says so loudly; continuous integration has them.
     */
    public static Path file(String name) {
        var named = System.getenv("ANCHORAGE_TEST_DATA");
        var folder = named != null ? Path.of(named) : root().resolve("../shared/data");
        var file = folder.resolve(name).normalize();
        if (!Files.exists(file)) {
            System.err.println("REAL DATA ABSENT: " + file + ". This test proves nothing here. Name the folder of the "
                    + "published files in ANCHORAGE_TEST_DATA.");
        }
        Assumptions.assumeTrue(Files.exists(file), "real data absent: " + file);
        return file;
    }

    /** The project's folder. */
    public static Path root() {
        return Path.of(System.getenv().getOrDefault("ANCHORAGE_ROOT", ".."))
                .toAbsolutePath()
                .normalize();
    }
}
