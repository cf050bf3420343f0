package anchorage.ingest.upload;

import anchorage.ingest.upload.Uploads.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;

/** One part's bytes on their way to disk. They are durable and recorded every second, so that a cut costs no more. */
final class Append {

    private static final Duration RECORD_EVERY = Duration.ofSeconds(1);

    private final UUID token;
    private final long start;
    private final FileChannel file;
    private final Predicate<Stored> recorder;
    private final Clock clock;
    private long size;
    private long recorded;
    private Instant recordedAt;
    private boolean isHeld = true;

    /** @param recorder records durable bytes; false if somebody else has taken the upload over */
    Append(UUID token, long start, FileChannel file, Predicate<Stored> recorder, Clock clock) {
        this.token = token;
        this.start = start;
        this.file = file;
        this.recorder = recorder;
        this.clock = clock;
        this.recordedAt = clock.instant();
    }

    /** How an append ended. */
    enum End {
        WHOLE,
        BEYOND_LIMIT,
        OVERTAKEN
    }

    /** Takes bytes until they end, or until there are more than the limit. */
    End take(InputStream bytes, long limit) throws IOException {
        var buffer = new byte[1 << 16];
        for (int count = read(bytes, buffer); count >= 0; count = read(bytes, buffer)) {
            if (size + count > limit) {
                return End.BEYOND_LIMIT;
            }
            if (!keep(ByteBuffer.wrap(buffer, 0, count))) {
                return End.OVERTAKEN;
            }
        }
        return stop() ? End.WHOLE : End.OVERTAKEN;
    }

    /** Records what is here and takes no more; false if it had stopped before. */
    synchronized boolean stop() throws IOException {
        boolean wasHeld = isHeld && record();
        isHeld = false;
        return wasHeld;
    }

    private int read(InputStream bytes, byte[] buffer) throws IOException {
        try {
            return bytes.read(buffer);
        } catch (IOException cut) {
            stop();
            throw new PartCutOff(start + size, cut);
        }
    }

    private synchronized boolean keep(ByteBuffer chunk) throws IOException {
        if (!isHeld) {
            return false;
        }
        size += chunk.remaining();
        while (chunk.hasRemaining()) {
            file.write(chunk);
        }
        if (Duration.between(recordedAt, clock.instant()).compareTo(RECORD_EVERY) >= 0) {
            isHeld = record();
        }
        return isHeld;
    }

    private boolean record() throws IOException {
        if (size == recorded) {
            return true;
        }
        file.force(true);
        recorded = size;
        recordedAt = clock.instant();
        return recorder.test(new Stored(start, token, size));
    }
}
