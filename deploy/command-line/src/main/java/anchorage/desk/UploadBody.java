package anchorage.desk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
        return of(file, 0, Math.max(1, length(file)), progress);
    }

    /**
     * Some of the file's bytes.
     *
     * @param progress told a share of the whole file, from 0 to 1
     */
    static BodyPublisher of(Path file, long from, long count, DoubleConsumer progress) {
        if (count == 0) {
            return BodyPublishers.noBody();
        }
        long length = length(file);
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new Watched(open(file, from), from, count, length, progress)),
                count);
    }

    /** What is said of a file that is sent. */
    static Map<String, String> described(Path file) {
        return Map.of(
                "Content-Type",
                "application/octet-stream",
                "Content-Disposition",
                disposition(file.getFileName().toString()));
    }

    /** RFC 6266, section 4.3 and appendix D: the name for everybody in ASCII, and for those who know better as it is. */
    private static String disposition(String name) {
        var plain = name.replaceAll("[^ -~]", "_").replaceAll("[\"\\\\;]", "_");
        return "attachment; filename=\"" + plain + "\""
                + (plain.equals(name)
                        ? ""
                        : "; filename*=UTF-8''" + Api.encoded(name).replace("*", "%2A"));
    }

    static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new NotDone(Outcome.NO_FILE, "cannot read " + file, failure);
        }
    }

    private static InputStream open(Path file, long from) {
        try {
            var bytes = Files.newInputStream(file);
            bytes.skipNBytes(from);
            return bytes;
        } catch (IOException failure) {
            throw new NotDone(Outcome.NO_FILE, "cannot read " + file, failure);
        }
    }

    private static final class Watched extends FilterInputStream {

        private final long length;
        private final DoubleConsumer progress;
        private long at;
        private long left;

        Watched(InputStream bytes, long from, long count, long length, DoubleConsumer progress) {
            super(bytes);
            this.at = from;
            this.left = count;
            this.length = length;
            this.progress = progress;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            if (left == 0) {
                return -1;
            }
            int got = super.read(buffer, offset, (int) Math.min(count, left));
            if (got > 0) {
                at += got;
                left -= got;
                progress.accept((double) at / length);
            }
            return got;
        }
    }
}
