package anchorage.kit.tag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityTagTest {

    private final EntityTag tag = EntityTag.of("{\"id\":\"bolton\"}".getBytes(UTF_8));

    @Test
    void isStrongAndQuoted() {
        assertThat(tag.value()).matches("\"[A-Za-z0-9_-]{20}\"");
    }

    @Test
    void changesWithTheRepresentationAndOnlyThen() {
        assertThat(EntityTag.of("{\"id\":\"bolton\"}".getBytes(UTF_8))).isEqualTo(tag);
        assertThat(EntityTag.of("{\"id\":\"bury\"}".getBytes(UTF_8))).isNotEqualTo(tag);
    }

    @Test
    void isFoundInAList() {
        assertThat(tag.isIn("\"other\", " + tag.value())).isTrue();
        assertThat(tag.isIn("\"other\"")).isFalse();
        assertThat(tag.isIn("*")).isTrue();
    }

    /** RFC 9110 section 13.1.1 compares strongly, section 13.1.2 weakly. */
    @Test
    void letsAWeakTagSaveADownloadButNotMakeAChange() {
        assertThat(tag.isIn("W/" + tag.value())).isTrue();
        assertThat(tag.satisfies("W/" + tag.value())).isFalse();
        assertThat(tag.satisfies(tag.value())).isTrue();
    }
}
