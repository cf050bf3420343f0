package anchorage.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** One person's use of one browser, from signing in to signing out or to the end of their time. */
public final class Session {

    /** An access token is renewed while it is good for so long still, so that it does not end on its way to a service. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Instant since;
    private volatile Instant used;
    private volatile Tokens tokens;
    private CompletableFuture<Tokens> renewal;

    Session(Tokens tokens, Instant since) {
        this.tokens = tokens;
        this.since = since;
        this.used = since;
    }

    /** Who has signed in, by the newest token. */
    public Person person() {
        return Person.of(tokens);
    }

    /** When the session ends, however much it is used. */
    public Instant end(Duration longest) {
        return since.plus(longest);
    }

    Tokens tokens() {
        return tokens;
    }

    boolean isOver(Instant now, Duration idle, Duration longest) {
        return !now.isBefore(used.plus(idle)) || !now.isBefore(end(longest));
    }

    void use(Instant now) {
        used = now;
    }

    /** Tokens that are good for a while still. Requests that come at once renew them once. */
    synchronized CompletionStage<Tokens> fresh(Instant now, Function<Tokens, CompletionStage<Tokens>> renew) {
        if (tokens.until().isAfter(now.plus(MARGIN))) {
            return CompletableFuture.completedStage(tokens);
        }
        if (renewal == null || renewal.isDone()) {
            renewal = renew.apply(tokens)
                    .thenApply(renewed -> {
                        tokens = renewed;
                        return renewed;
                    })
                    .toCompletableFuture();
        }
        return renewal;
    }
}
