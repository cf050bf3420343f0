package anchorage.kit.csv;

import anchorage.kit.page.Listed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives a page, or changes, as CSV to a client that prefers it; what comes after is where Link leads. */
class CsvPages {

    private static final MediaType CSV = new MediaType("text", "csv");

    /** After the links, which are read from the page, and before the tag, which is made from the text. */
    @ServerResponseFilter(priority = Priorities.USER - 1000)
    public void write(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        if (!(response.getEntity() instanceof Listed<?> list)
                || response.getMediaType() == null
                || !CSV.isCompatible(response.getMediaType())) {
            return;
        }
        var text =
                CsvTable.of(CsvDescriptions.item(resource.getResourceMethod())).text(list.items());
        response.getHeaders().putSingle(HttpHeaders.CONTENT_DISPOSITION, CsvFile.disposition(name(request)));
        response.setEntity(text, null, MediaType.valueOf(CsvFile.CONTENT_TYPE));
    }

    private static String name(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
