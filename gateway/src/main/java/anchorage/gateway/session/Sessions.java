package anchorage.gateway.session;

import anchorage.gateway.GatewaySettings;
import anchorage.gateway.session.IdentityProvider.NoLongerSignedIn;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * The sessions that are open at this gateway, each known by a name that nobody can guess. They are held in memory: a
 * gateway that starts again knows none, and the browser is signed in again by the identity provider's own session.
 */
@ApplicationScoped
public class Sessions {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES_OF_A_NAME = 32;
    private static final int MOST = 20_000;

    private final GatewaySettings.People limits;
    private final IdentityProvider identityProvider;
    private final Clock clock;
    private final Cache<String, Session> open;

    @Inject
    Sessions(GatewaySettings settings, IdentityProvider identityProvider) {
        this(settings.people(), identityProvider, Clock.systemUTC());
    }

    Sessions(GatewaySettings.People limits, IdentityProvider identityProvider, Clock clock) {
        this.limits = limits;
        this.identityProvider = identityProvider;
        this.clock = clock;
        this.open = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(limits.idle())
                .build();
    }

    /** Begins a session, under a name that is new whatever the browser came with. */
    String begin(Tokens tokens) {
        var bytes = new byte[BYTES_OF_A_NAME];
        RANDOM.nextBytes(bytes);
        var name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        open.put(name, new Session(tokens, now()));
        return name;
    }

    /** The session of that name, if it is open; to ask for it is to use it. */
    public Optional<Session> named(String name) {
        var session = Optional.ofNullable(open.getIfPresent(name));
        if (session.filter(one -> one.isOver(now(), limits.idle(), limits.longest()))
                .isPresent()) {
            open.invalidate(name);
            return Optional.empty();
        }
        session.ifPresent(one -> one.use(now()));
        return session;
    }

    /** The access token of a session; empty if the identity provider has ended it. */
    public CompletionStage<Optional<String>> token(String name, Session session) {
        return session.fresh(now(), identityProvider::renew)
                .thenApply(tokens -> Optional.of(tokens.access()))
                .exceptionally(failure -> {
                    if (cause(failure) instanceof NoLongerSignedIn) {
                        open.invalidate(name);
                        return Optional.empty();
                    }
                    throw new CompletionException(cause(failure));
                });
    }

    /** Ends a session here, and then at the identity provider. */
    public void end(String name) {
        var ended = open.asMap().remove(name);
        if (ended != null) {
            identityProvider.end(ended.tokens());
        }
    }

    /** Forgets a session whose browser has begun another. */
    void replace(String name) {
        open.invalidate(name);
    }

    private Instant now() {
        return clock.instant();
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
