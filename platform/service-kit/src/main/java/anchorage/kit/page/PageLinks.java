package anchorage.kit.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Links a page to the one after it and to the first (RFC 8288), and changes to those after them, for clients that follow
 * links rather than cursors.
 */
class PageLinks {

    @ServerResponseFilter
    public void link(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getMethod().equals("GET")) {
            return;
        }
        var uri = request.getUriInfo();
        if (response.getEntity() instanceof Changes<?> changes) {
            add(response, "next", changes.links().next());
        }
        if (response.getEntity() instanceof Page<?> page) {
            if (page.next() != null) {
                add(response, "next", Asked.address(uri, "cursor", page.next()));
            }
            if (uri.getQueryParameters().containsKey("cursor")) {
                add(response, "first", Asked.address(uri, "cursor"));
            }
        }
    }

    private static void add(ContainerResponseContext response, String relation, String target) {
        response.getHeaders().add("Link", "<" + target + ">; rel=\"" + relation + "\"");
    }
}
