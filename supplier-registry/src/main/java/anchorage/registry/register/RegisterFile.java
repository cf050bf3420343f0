package anchorage.registry.register;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** The files of a register, tables or lines of JSON: one plain file, or all those in a zip. */
final class RegisterFile {

    private static final Pattern TABLES =
            Pattern.compile("\\.(csv|txt|tsv|json|jsonl|ndjson)$", Pattern.CASE_INSENSITIVE);

    private RegisterFile() {}

    /** Does something with each line that is not blank, of all files in the order of the zip. */
    static void eachLine(Path file, Consumer<String> use) throws IOException {
        eachCsv(file, text -> {
            var lines = new BufferedReader(text, 1 << 16);
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    use.accept(line);
                }
            }
        });
    }

    /** Does something with each CSV file, in the order of the zip. */
    static void eachCsv(Path file, CsvUse use) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            bytes.mark(4);
            var magic = bytes.readNBytes(2);
            bytes.reset();
            if (magic.length == 2 && magic[0] == 'P' && magic[1] == 'K') {
                var zip = new ZipInputStream(bytes);
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (!entry.isDirectory() && TABLES.matcher(entry.getName()).find()) {
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
