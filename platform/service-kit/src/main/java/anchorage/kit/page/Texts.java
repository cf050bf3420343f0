package anchorage.kit.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Texts as bytes, each behind its length, so that no two lists of texts are written alike. */
final class Texts {

    private Texts() {}

    static byte[] written(long first, List<String> texts) {
        var bytes = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(bytes)) {
            data.writeLong(first);
            data.writeInt(texts.size());
            for (var text : texts) {
                var encoded = text.getBytes(UTF_8);
                data.writeInt(encoded.length);
                data.write(encoded);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The texts behind the number, which has been read. */
    static List<String> read(DataInputStream data) throws IOException {
        var texts = new ArrayList<String>();
        for (int left = data.readInt(); left > 0; left--) {
            texts.add(new String(data.readNBytes(data.readInt()), UTF_8));
        }
        return texts;
    }
}
