package anchorage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeepableTextTest {

    private static final String HALF = String.valueOf((char) 0xD83D);
    private static final String WHOLE = new String(Character.toChars(0x1F600));

    @Test
    void replacesWhatNoPartCanKeep() {
        assertThat(KeepableText.of("a\0b")).isEqualTo("a\ufffdb");
        assertThat(KeepableText.of("a" + HALF)).isEqualTo("a\ufffd");
        assertThat(KeepableText.of(HALF + WHOLE)).isEqualTo("\ufffd" + WHOLE);
        assertThat(KeepableText.withoutNul("\0")).isEqualTo("\ufffd");
    }

    @Test
    void keepsEverythingElse() {
        assertThat(KeepableText.of("Croal Café " + WHOLE)).isEqualTo("Croal Café " + WHOLE);
        assertThat(KeepableText.of(null)).isNull();
    }

    @Test
    void tellsANulInJsonFromTextThatOnlyLooksLikeOne() {
        assertThat(KeepableText.json("[\"\\u0000\\u0000\", \"\\\\u0000\", \"\\\\\\u0000\"]"))
                .isEqualTo("[\"\\ufffd\\ufffd\", \"\\\\u0000\", \"\\\\\\ufffd\"]");
    }
}
