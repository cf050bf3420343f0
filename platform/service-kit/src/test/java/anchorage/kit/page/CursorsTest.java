package anchorage.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final String KEY = "a-key-of-this-test-and-of-no-other-one";
    private static final List<String> ASKED = List.of("demo-a", "anchor-analyst", "/v1/things", "state", "WAITING");
    private static final Position LAST = Position.of("name", 12, new BigDecimal("-3.50"), NOW, new UUID(1, 2));

    private final Cursors cursors = at(NOW);

    @Test
    void findsThePositionAgain() {
        var read = cursors.read(cursors.write(LAST, ASKED), ASKED);

        assertThat(read).isEqualTo(LAST);
        assertThat(read.text(0)).isEqualTo("name");
        assertThat(read.number(1)).isEqualTo(12);
        assertThat(read.amount(2)).isEqualTo("-3.50");
        assertThat(read.moment(3)).isEqualTo(NOW);
        assertThat(read.id(4)).isEqualTo(new UUID(1, 2));
    }

    @Test
    void findsThePositionAgainWhateverItsTextsHold() {
        var odd = new Position(List.of("", "\u0000", "ünïcödé £", "a=b&c", "x".repeat(5000)));

        assertThat(cursors.read(cursors.write(odd, ASKED), ASKED)).isEqualTo(odd);
        assertThat(cursors.write(odd, ASKED)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void refusesOneOfAnotherQuestionOrAnotherCaller() {
        var cursor = cursors.write(LAST, ASKED);

        for (int part = 0; part < ASKED.size(); part++) {
            var others = new ArrayList<>(ASKED);
            others.set(part, ASKED.get(part) + "x");
            assertUnusable(cursor, others);
        }
        assertUnusable(cursor, ASKED.subList(0, 3));
        assertUnusable(cursor, List.of());
    }

    @Test
    void tellsFiltersApartThatReadAlikeWhenPutTogether() {
        var cursor = cursors.write(LAST, List.of("a", "bc", "d"));

        for (var other : List.of(List.of("ab", "c", "d"), List.of("a", "bcd"), List.of("a", "bc", "d", ""))) {
            assertUnusable(cursor, other);
        }
    }

    @Test
    void refusesOneThatAnotherKeySigned() {
        var other = new Cursors(KEY + "-but-another", Clock.fixed(NOW, ZoneOffset.UTC));

        assertUnusable(other.write(LAST, ASKED), ASKED);
    }

    @Test
    void refusesOneOfWhichAnyLetterWasChanged() {
        var cursor = cursors.write(LAST, ASKED);

        for (int at = 0; at < cursor.length(); at++) {
            for (var letter : "Az0_-=+/ ".toCharArray()) {
                if (cursor.charAt(at) != letter) {
                    assertUnusable(cursor.substring(0, at) + letter + cursor.substring(at + 1), ASKED);
                }
            }
            assertUnusable(cursor.substring(0, at), ASKED);
            assertUnusable(cursor.substring(at + 1), ASKED);
        }
        assertUnusable(cursor + "A", ASKED);
        assertUnusable(cursor + "==", ASKED);
    }

    @Test
    void refusesWhateverElseIsSent() {
        var random = new Random(20261125);
        for (int tries = 0; tries < 20_000; tries++) {
            var bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            assertUnusable(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), ASKED);
            assertUnusable(new String(bytes, StandardCharsets.ISO_8859_1), ASKED);
        }
        for (var former : List.of("", "0", "demo-royal", "00000000-0000-0000-0000-000000000000_0", "1000.00_x")) {
            assertUnusable(former, ASKED);
        }
    }

    @Test
    void isGoodForADay() {
        var day = Duration.ofDays(1);
        var cursor = cursors.write(LAST, ASKED);

        assertThat(at(NOW.plus(day).minusSeconds(1)).read(cursor, ASKED)).isEqualTo(LAST);
        assertThatThrownBy(() -> at(NOW.plus(day)).read(cursor, ASKED))
                .isInstanceOf(ExpiredCursor.class)
                .hasMessageContaining("2026-11-26T12:00:00Z");
        assertThatThrownBy(() -> at(NOW.plus(day)).read(cursor, List.of())).isInstanceOf(UnusableCursor.class);
    }

    @Test
    void refusesAPositionOfAFormerOrder() {
        var former = cursors.read(cursors.write(Position.of("name"), ASKED), ASKED);

        assertThatThrownBy(() -> former.number(0)).isInstanceOf(UnusableCursor.class);
        assertThatThrownBy(() -> former.text(1)).isInstanceOf(UnusableCursor.class);
    }

    @Test
    void answersWithAProblemOfItsOwn() {
        var problems = new CursorProblems();
        var unusable = problems.unusable(new UnusableCursor());
        var expired = problems.expired(new ExpiredCursor(NOW));

        assertThat(unusable.getStatus()).isEqualTo(400);
        assertThat(unusable.getEntity().type()).hasToString("/problems/unusable-cursor");
        assertThat(expired.getStatus()).isEqualTo(410);
        assertThat(expired.getEntity().type()).hasToString("/problems/expired-cursor");
    }

    @Test
    void wantsAKeyThatIsNotGuessed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cursors("short", Clock.systemUTC()))
                .withMessageContaining("pages.key");
    }

    private void assertUnusable(String cursor, List<String> asked) {
        assertThatThrownBy(() -> cursors.read(cursor, asked)).as(cursor).isInstanceOf(UnusableCursor.class);
    }

    private static Cursors at(Instant moment) {
        return new Cursors(KEY, Clock.fixed(moment, ZoneOffset.UTC));
    }
}
