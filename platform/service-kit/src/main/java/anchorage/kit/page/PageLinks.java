package anchorage.kit.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Links a page to the one after it and to the first (RFC 8288), for clients that follow links rather than cursors. */
class PageLinks {

    @ServerResponseFilter
    public void link(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Page<?> page)
                || !request.getMethod().equals("GET")) {
            return;
        }
        var uri = request.getUriInfo();
        if (page.next() != null) {
            response.getHeaders().add("Link", link(uri, "next", page.next()));
        }
        if (uri.getQueryParameters().containsKey("cursor")) {
            response.getHeaders().add("Link", link(uri, "first"));
        }
    }

    /** Relative, since the way that the client came is not the way we were asked. */
    private static String link(UriInfo uri, String relation, Object... cursor) {
        var target =
                uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
        var query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        return "<" + target.getRawPath() + query + ">; rel=\"" + relation + "\"";
    }
}
