package anchorage.gateway.portal;

import anchorage.gateway.session.Person;
import anchorage.gateway.session.Session;
import anchorage.gateway.session.SessionCookie;
import anchorage.gateway.session.Sessions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who looks at a page. */
@RequestScoped
class Visitor {

    private final Optional<String> name;
    private final Optional<Session> session;

    Visitor(RoutingContext context, Sessions sessions) {
        name = SessionCookie.in(context.request());
        session = name.flatMap(sessions::named);
        // Nobody is to find a page of somebody else's in a cache, or their own after they have signed out.
        context.response().putHeader(HttpHeaders.VARY, "Cookie");
        session.ifPresent(open -> context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store"));
    }

    Optional<String> sessionName() {
        return name;
    }

    Optional<Session> session() {
        return session;
    }

    Optional<Person> person() {
        return session.map(Session::person);
    }
}
