package anchorage.registry.register;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipInputStream;

/** The CSV files of a register: one plain file, or all those in a zip. */
final class RegisterFile {

    private RegisterFile() {}

    /** Does something with each CSV file, in the order of the zip. */
    static void eachCsv(Path file, CsvUse use) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            bytes.mark(4);
            var magic = bytes.readNBytes(2);
            bytes.reset();
            if (magic.length == 2 && magic[0] == 'P' && magic[1] == 'K') {
                var zip = new ZipInputStream(bytes);
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (!entry.isDirectory()
                            && entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                        use.read(text(zip));
                    }
                }
                return;
            }
            use.read(text(bytes));
        }
    }

    /** What is done with one CSV file; it must not close the reader. */
    interface CsvUse {
        void read(Reader csv) throws IOException;
    }

    private static Reader text(InputStream bytes) throws IOException {
        var reader = new java.io.PushbackReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 1);
        int first = reader.read();
        if (first >= 0 && first != '\ufeff') {
            reader.unread(first);
        }
        return reader;
    }
}
