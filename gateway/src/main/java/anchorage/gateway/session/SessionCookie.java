package anchorage.gateway.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;

/**
 * All that a browser holds of a session: its name, which no script reads and no other site sends with a request that
 * changes something. The prefix has browsers take it from this host alone, and over TLS or from the machine itself alone.
 */
public final class SessionCookie {

    static final String NAME = "__Host-session";

    private SessionCookie() {}

    /** The name of the session that the browser says it has. */
    public static Optional<String> in(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(NAME)).map(Cookie::getValue);
    }

    /** Gives a browser the name of its session, until it is closed. */
    static void give(HttpServerResponse response, String session) {
        response.addCookie(cookie(session));
    }

    /** Has a browser forget it. */
    public static void take(HttpServerResponse response) {
        response.addCookie(cookie("").setMaxAge(0));
    }

    private static Cookie cookie(String value) {
        return Cookie.cookie(NAME, value)
                .setPath("/")
                .setSecure(true)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX);
    }
}
