package anchorage.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anchorage.gateway.GatewaySettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final StandInProvider provider = new StandInProvider();
    private final Hands clock = new Hands();
    private final GatewaySettings.People limits = new Limits(provider.realm());
    private final Sessions sessions = new Sessions(limits, new IdentityProvider(limits), clock);

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void namesEachSessionAnewAndBeyondGuessing() {
        var names =
                IntStream.range(0, 100).mapToObj(any -> sessions.begin(good())).toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.length() == 43);
        assertThat(sessions.named("of-somebody-s-own-choice")).isEmpty();
    }

    @Test
    void knowsAPersonByTheirToken() {
        var person = sessions.named(sessions.begin(good())).orElseThrow().person();

        assertThat(person.name()).isEqualTo("one");
        assertThat(person.roles()).containsExactly("analyst");
        assertThat(person.anchor()).contains("bolton");
    }

    @Test
    void endsASessionThatIsNotUsed() {
        var name = sessions.begin(good());

        clock.now = NOON.plus(Duration.ofMinutes(29));
        assertThat(sessions.named(name)).isPresent();
        clock.now = NOON.plus(Duration.ofMinutes(58));
        assertThat(sessions.named(name)).isPresent();
        clock.now = NOON.plus(Duration.ofMinutes(88));
        assertThat(sessions.named(name)).isEmpty();
        clock.now = NOON;
        assertThat(sessions.named(name)).isEmpty();
    }

    @Test
    void endsASessionThatIsUsedAllDay() {
        var name = sessions.begin(good());

        for (int minutes = 0; minutes < 8 * 60; minutes += 20) {
            clock.now = NOON.plus(Duration.ofMinutes(minutes));
            assertThat(sessions.named(name)).isPresent();
        }
        clock.now = NOON.plus(Duration.ofHours(8));
        assertThat(sessions.named(name)).isEmpty();
    }

    @Test
    void carriesAGoodTokenAsItIs() {
        var tokens = good();
        var name = sessions.begin(tokens);

        assertThat(token(name)).contains(tokens.access());
        assertThat(provider.asked()).isEmpty();
    }

    @Test
    void renewsATokenThatIsAboutToEndOnce() {
        var name = sessions.begin(good());
        var next = MadeUpTokens.access("two", NOON.plusSeconds(600));
        provider.gives(next);

        clock.now = NOON.plusSeconds(271);

        assertThat(token(name)).contains(next);
        assertThat(token(name)).contains(next);
        assertThat(sessions.named(name).orElseThrow().person().name()).isEqualTo("two");
        assertThat(provider.asked())
                .singleElement()
                .asString()
                .startsWith("token ")
                .contains(
                        "grant_type=refresh_token",
                        "refresh_token=refresh-one",
                        "client_id=portal",
                        "client_secret=hush");
    }

    @Test
    void endsASessionThatTheIdentityProviderHasEnded() {
        var name = sessions.begin(good());
        provider.answers(400);

        clock.now = NOON.plusSeconds(300);

        assertThat(token(name)).isEmpty();
        assertThat(sessions.named(name)).isEmpty();
    }

    @Test
    void keepsASessionWhileTheIdentityProviderIsAway() {
        var name = sessions.begin(good());
        provider.answers(503);
        clock.now = NOON.plusSeconds(300);

        assertThatThrownBy(() -> token(name))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IdentityProviderFailed.class);

        provider.answers(200);
        provider.gives(MadeUpTokens.access("two", NOON.plusSeconds(600)));
        assertThat(token(name)).isPresent();
    }

    @Test
    void endsASessionHereAndAtTheIdentityProvider() {
        var name = sessions.begin(good());

        sessions.end(name);
        sessions.end(name);

        assertThat(sessions.named(name)).isEmpty();
        assertThat(provider.asked())
                .singleElement()
                .asString()
                .startsWith("logout ")
                .contains("refresh_token=refresh-one");
    }

    @Test
    void endsASessionHereEvenIfTheIdentityProviderIsAway() {
        var name = sessions.begin(good());
        provider.answers(503);

        assertThatThrownBy(() -> sessions.end(name)).isInstanceOf(IdentityProviderFailed.class);

        assertThat(sessions.named(name)).isEmpty();
    }

    @Test
    void writesNoTokenIntoALog() {
        assertThat(good().toString()).doesNotContain("signature").doesNotContain("refresh-one");
    }

    private static Tokens good() {
        return MadeUpTokens.until(NOON.plusSeconds(300));
    }

    private Optional<String> token(String name) {
        return sessions.token(name, sessions.named(name).orElseThrow())
                .toCompletableFuture()
                .join();
    }

    private record Limits(URI realm) implements GatewaySettings.People {

        @Override
        public String secret() {
            return "hush";
        }

        @Override
        public Duration idle() {
            return Duration.ofMinutes(30);
        }

        @Override
        public Duration longest() {
            return Duration.ofHours(8);
        }
    }

    /** A clock whose hands the test moves. */
    private static final class Hands extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
