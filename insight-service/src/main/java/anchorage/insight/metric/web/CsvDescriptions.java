package anchorage.insight.metric.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.net.URLEncoder;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Says with each table where its metadata is, as CSV on the Web has it (W3C, Model for Tabular Data, 5.2). The metadata
 * names the table that it describes, so its address ends in the table's own.
 */
class CsvDescriptions {

    private static final String RELATION = ">; rel=\"describedby\"; type=\"application/csvm+json\"";

    /** The link to the metadata of a table, still without the table's address. */
    static String link(Table table, List<String> keys) {
        return "<" + CsvMetadataResource.PATH + "?table=" + table.key() + "&keys=" + String.join(",", keys) + RELATION;
    }

    @ServerResponseFilter
    public void describe(ContainerRequestContext request, ContainerResponseContext response) {
        var link = response.getHeaderString("Link");
        if (link != null && link.startsWith("<" + CsvMetadataResource.PATH) && link.endsWith(RELATION)) {
            var uri = request.getUriInfo().getRequestUri();
            var address = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            response.getHeaders()
                    .putSingle(
                            "Link",
                            link.substring(0, link.length() - RELATION.length()) + "&url="
                                    + URLEncoder.encode(address, UTF_8) + RELATION);
        }
    }
}
