package anchorage.local.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** A file on its way up, which says how far it has got. */
final class UploadBody {

    private UploadBody() {}

    /**
     * The file's bytes.
     *
     * @param progress told a share from 0 to 1
     */
    static BodyPublisher of(Path file, DoubleConsumer progress) {
        try {
            long length = Files.size(file);
            return BodyPublishers.fromPublisher(
                    BodyPublishers.ofInputStream(() -> new Watched(open(file), length, progress)), Math.max(1, length));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private static final class Watched extends FilterInputStream {

        private final long length;
        private final DoubleConsumer progress;
        private long read;

        Watched(InputStream bytes, long length, DoubleConsumer progress) {
            super(bytes);
            this.length = length;
            this.progress = progress;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            int got = super.read(buffer, offset, count);
            if (got > 0) {
                read += got;
                progress.accept((double) read / length);
            }
            return got;
        }
    }
}
