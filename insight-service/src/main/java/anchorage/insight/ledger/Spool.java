package anchorage.insight.ledger;

import anchorage.contracts.DeliveryOpened;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A delivery that is arriving: its chunks' bytes, appended to a file as they come and not looked into. The file need not
 * survive a crash, since the chunks are read from Kafka again after one.
 */
final class Spool {

    private final DeliveryOpened opened;
    private final Path file;
    private final OutputStream bytes;
    private int chunks;

    Spool(DeliveryOpened opened, Path folder) {
        this.opened = opened;
        this.file = folder.resolve(opened.delivery() + "-" + opened.attempt() + ".ndjson");
        try {
            Files.createDirectories(folder);
            // Truncates what an earlier reading of the same attempt left.
            this.bytes = Files.newOutputStream(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("a delivery's chunks cannot be spooled", failure);
        }
    }

    DeliveryOpened opened() {
        return opened;
    }

    Path file() {
        return file;
    }

    /** How many chunks have arrived, without a gap. */
    int chunks() {
        return chunks;
    }

    /** Appends the chunk if it is the next; one that is here already changes nothing. */
    void add(int chunk, byte[] lines) {
        if (chunk != chunks) {
            return;
        }
        try {
            bytes.write(lines);
            chunks++;
        } catch (IOException failure) {
            throw new UncheckedIOException("a delivery's chunks cannot be spooled", failure);
        }
    }

    /** No more chunks will come. */
    void complete() {
        try {
            bytes.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("a delivery's chunks cannot be spooled", failure);
        }
    }

    /** Removes the file. */
    void discard() {
        try {
            bytes.close();
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("a spooled delivery cannot be removed", failure);
        }
    }
}
