package anchorage.registry.register;

import anchorage.registry.supplier.SupplierFacts.Source;
import java.io.IOException;
import java.nio.file.Path;

/** Loads the files of one kind of register. Loading the same file again changes nothing. */
interface Importer {

    RegisterKind kind();

    /**
     * Loads a file.
     *
     * @param source the name under which its facts are kept, and the day that the file describes
     * @param progress told from time to time, and at the end, what was done
     * @throws RegisterRefused if it is no file of this register
     */
    void load(Path file, Source source, String mapping, Progress progress) throws IOException;

    /** What was done so far. */
    interface Progress {
        void rows(long read, long taken, long refused);
    }

    /** The file is not one of this register. */
    class RegisterRefused extends RuntimeException {
        RegisterRefused(String message) {
            super(message);
        }
    }
}
