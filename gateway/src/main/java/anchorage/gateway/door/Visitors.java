package anchorage.gateway.door;

import anchorage.gateway.session.SameOrigin;
import anchorage.gateway.session.SessionCookie;
import anchorage.gateway.session.SessionProblem;
import anchorage.gateway.session.Sessions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Those who come with a browser's session in place of a token. Their session's access token is put where a program would
 * have put its own, so that from there on the door, and the services behind it, know one way only.
 */
@ApplicationScoped
class Visitors {

    private static final Logger LOG = Logger.getLogger(Visitors.class);

    private final Sessions sessions;
    private final SameOrigin sameOrigin;
    private final Refusals refusals;

    Visitors(Sessions sessions, SameOrigin sameOrigin, Refusals refusals) {
        this.sessions = sessions;
        this.sameOrigin = sameOrigin;
        this.refusals = refusals;
    }

    /** Goes on with a request; if a session speaks for it, with its token. A token that is sent goes before a session. */
    void letIn(RoutingContext context, Runnable onward) {
        var request = context.request();
        var name = request.headers().contains(HttpHeaders.AUTHORIZATION)
                ? Optional.<String>empty()
                : SessionCookie.in(request);
        var session = name.flatMap(sessions::named);
        if (session.isEmpty()) {
            onward.run();
            return;
        }
        if (!sameOrigin.mayBeBelieved(request)) {
            refusals.send(
                    context,
                    SessionProblem.CROSS_SITE_REQUEST,
                    "A session changes things for pages of this site only. Programs send a token.");
            return;
        }
        context.addHeadersEndHandler(any -> keepOutOfSharedCaches(context));
        // Nothing of the body may be read, or lost, while tokens are renewed.
        request.pause();
        var here = context.vertx().getOrCreateContext();
        sessions.token(name.get(), session.get())
                .whenComplete((token, failure) -> here.runOnContext(any -> {
                    if (failure != null) {
                        refuse(context, failure);
                        return;
                    }
                    token.ifPresent(good -> request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + good));
                    onward.run();
                }));
    }

    private void refuse(RoutingContext context, Throwable failure) {
        LOG.errorf("tokens could not be renewed cause=%s", failure.getMessage());
        refusals.send(
                context,
                SessionProblem.NO_IDENTITY_PROVIDER,
                "Your session cannot be renewed now. Try again in a moment.");
    }

    /** What a token was sent for, caches keep to themselves; that a cookie is one, they cannot know. */
    private static void keepOutOfSharedCaches(RoutingContext context) {
        var headers = context.response().headers();
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
    }
}
