package anchorage.kit.prefer;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Leaves out what a PUT has made where the client prefers so; the tag of it stays. */
class MinimalAnswers {

    /** Behind the tag, which is made from the representation. */
    @ServerResponseFilter(priority = Priorities.USER - 3000)
    public void leaveOut(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getMethod().equals("PUT") || response.getStatus() != 200 || !response.hasEntity()) {
            return;
        }
        response.getHeaders().add(HttpHeaders.VARY, Preferences.HEADER);
        var preferences = Preferences.of(request.getHeaders().getOrDefault(Preferences.HEADER, List.of()));
        if (preferences.isMinimal()) {
            response.getHeaders().putSingle(Preferences.APPLIED, "return=minimal");
            response.setEntity(null);
            response.setStatus(204);
        } else if (preferences.isRepresentation()) {
            response.getHeaders().putSingle(Preferences.APPLIED, "return=representation");
        }
    }
}
