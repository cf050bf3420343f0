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
    static final Charset CODE_PAGE_850 = Charset.forName("IBM850");

    /** What these bytes are in code page 850 is common in British ledgers: pound, u umlaut, e acute, c cedilla, e grave. */
    private static final String LETTERS_OF_850 =
            "\u0081\u0082\u0084\u0085\u0087\u0088\u0089\u008a\u008b\u0090\u0094\u0099\u009a";

    private Encoding() {}

    /**
     * The encoding of a sample: by its byte order mark, else UTF-8 where the bytes are valid, else code page 850 where
     * its pound sign or its accented letters stand where they make sense, else what the detector of Mozilla says, else
     * Windows-1252, which most British finance systems write.
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
        return isUtf8(sample) ? UTF_8 : ofSingleBytes(sample);
    }

    /** The encoding of bytes that are known not to be UTF. */
    static Charset ofSingleBytes(byte[] sample) {
        if (isCodePage850(sample)) {
            return CODE_PAGE_850;
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

    static boolean isUtf16(byte[] sample) {
        var found = of(sample);
        return found.equals(UTF_16LE) || found.equals(UTF_16BE);
    }

    /** By what stands beside the bytes in which the two differ: a pound sign before a digit, an accent among letters. */
    private static boolean isCodePage850(byte[] sample) {
        int yes = 0;
        int no = 0;
        for (int at = 0; at + 1 < sample.length; at++) {
            int one = sample[at] & 0xff;
            if (one < 0x80) {
                continue;
            }
            char after = (char) (sample[at + 1] & 0xff);
            boolean beforeAmount = after >= '0' && after <= '9' || after == '-' || after == '.';
            boolean afterLetter = at > 0 && Character.isLetter((char) sample[at - 1]) && sample[at - 1] > 0;
            if (one == 0x9C) {
                yes += beforeAmount ? 2 : 0;
            } else if (one == 0xA3) {
                no += beforeAmount ? 2 : 0;
            } else if (LETTERS_OF_850.indexOf(one) >= 0) {
                yes += afterLetter ? 1 : 0;
            } else if (one >= 0x91 && one <= 0x97 || one >= 0xC0 || one == 0xA0) {
                no += 1;
            }
        }
        return yes > no;
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
