package anchorage.ingest.reading;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.mozilla.universalchardet.UniversalDetector;

/** A text's character encoding, found in its first bytes. */
final class Encoding {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Encoding() {}

    /**
     * The encoding of a sample: by its byte order mark, else UTF-8 where the bytes are valid, else what the detector of
     * Mozilla says, else Windows-1252, which most British finance systems write.
     */
    static Charset of(byte[] sample) {
        if (startsWith(sample, 0xFF, 0xFE)) {
            return UTF_16LE;
        }
        if (startsWith(sample, 0xFE, 0xFF)) {
            return UTF_16BE;
        }
        if (isUtf16WithoutMark(sample, 1)) {
            return UTF_16LE;
        }
        if (isUtf16WithoutMark(sample, 0)) {
            return UTF_16BE;
        }
        if (isUtf8(sample)) {
            return UTF_8;
        }
        var detector = new UniversalDetector();
        detector.handleData(sample);
        detector.dataEnd();
        var name = detector.getDetectedCharset();
        // Its guesses among Western single-byte sets beyond this one are noise on a short sample.
        return name != null && name.startsWith("WINDOWS-125") && Charset.isSupported(name)
                ? Charset.forName(name)
                : WINDOWS_1252;
    }

    private static boolean startsWith(byte[] sample, int first, int second) {
        return sample.length >= 2 && (sample[0] & 0xff) == first && (sample[1] & 0xff) == second;
    }

    /** Western text in UTF-16 has a zero in every other byte. */
    private static boolean isUtf16WithoutMark(byte[] sample, int zeroAt) {
        int zeros = 0;
        int pairs = Math.min(sample.length, 512) / 2;
        for (int pair = 0; pair < pairs; pair++) {
            if (sample[pair * 2 + zeroAt] == 0 && sample[pair * 2 + 1 - zeroAt] != 0) {
                zeros++;
            }
        }
        return pairs > 8 && zeros > pairs * 0.8;
    }

    private static boolean isUtf8(byte[] sample) {
        var decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        // A sample may end inside a character, so the end of input is not announced.
        return !decoder.decode(ByteBuffer.wrap(sample), CharBuffer.allocate(sample.length + 1), false)
                .isError();
    }
}
