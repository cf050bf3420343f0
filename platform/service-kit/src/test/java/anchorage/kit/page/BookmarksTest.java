package anchorage.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BookmarksTest {

    private static final String KEY = "a-key-of-this-test-and-of-no-other-one";
    private static final List<String> ASKED = List.of("demo-a", "anchor-analyst", "/v1/things/changes", "anchor", "a");
    private static final Position PLACE = Position.of("origin", 77_000_123L, new UUID(1, 2));

    private final Bookmarks bookmarks = new Bookmarks(KEY);

    @Test
    void findsThePlaceAgain() {
        assertThat(bookmarks.read(bookmarks.write(PLACE, ASKED), ASKED)).isEqualTo(PLACE);
        assertThat(bookmarks.write(PLACE, ASKED)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isTheSameForTheSamePlaceAndForNoOther() {
        assertThat(bookmarks.write(PLACE, ASKED))
                .isEqualTo(new Bookmarks(KEY).write(PLACE, ASKED))
                .isNotEqualTo(bookmarks.write(Position.of("origin", 77_000_124L, new UUID(1, 2)), ASKED))
                .isNotEqualTo(bookmarks.write(PLACE, List.of()));
    }

    @Test
    void tellsNothingOfThePlace() {
        var bytes = Base64.getUrlDecoder().decode(bookmarks.write(PLACE, ASKED));

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("77000123", "origin");
    }

    @Test
    void refusesOneOfAnotherQuestionOrAnotherCaller() {
        var bookmark = bookmarks.write(PLACE, ASKED);

        for (int part = 0; part < ASKED.size(); part++) {
            var others = new ArrayList<>(ASKED);
            others.set(part, ASKED.get(part) + "x");
            assertUnusable(bookmarks, bookmark, others);
        }
        assertUnusable(bookmarks, bookmark, List.of());
        assertUnusable(new Bookmarks(KEY + "-but-another"), bookmark, ASKED);
    }

    @Test
    void refusesOneOfWhichAnyBitWasChanged() {
        var bytes = Base64.getUrlDecoder().decode(bookmarks.write(PLACE, ASKED));

        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertUnusable(bookmarks, Base64.getUrlEncoder().withoutPadding().encodeToString(changed), ASKED);
        }
    }

    @Test
    void refusesWhateverElseIsSent() {
        var random = new Random(20261125);
        for (int tries = 0; tries < 5_000; tries++) {
            var bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            assertUnusable(bookmarks, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), ASKED);
            assertUnusable(bookmarks, new String(bytes, StandardCharsets.ISO_8859_1), ASKED);
        }
        assertUnusable(bookmarks, "", ASKED);
    }

    @Test
    void isNoCursorNorTheOtherWayRound() {
        var cursors = new Cursors(KEY, java.time.Clock.systemUTC());

        assertUnusable(bookmarks, cursors.write(PLACE, ASKED), ASKED);
        assertThatThrownBy(() -> cursors.read(bookmarks.write(PLACE, ASKED), ASKED))
                .isInstanceOf(UnusableCursor.class);
    }

    @Test
    void wantsAKeyThatIsNotGuessed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bookmarks("short"))
                .withMessageContaining("pages.key");
    }

    private static void assertUnusable(Bookmarks bookmarks, String bookmark, List<String> asked) {
        assertThatThrownBy(() -> bookmarks.read(bookmark, asked)).as(bookmark).isInstanceOf(UnusableCursor.class);
    }
}
