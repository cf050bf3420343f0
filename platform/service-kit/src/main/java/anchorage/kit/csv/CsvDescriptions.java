package anchorage.kit.csv;

import anchorage.kit.page.Listed;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Says with each list as CSV where the description of its columns is (W3C, Model for Tabular Data, 5.2): at the list's
 * own address with {@code describe=csvw}, made from the record that its rows are, for whoever may read the list.
 */
class CsvDescriptions {

    static final String PARAMETER = "describe";
    static final String CSVW = "csvw";

    private static final MediaType CSV = new MediaType("text", "csv");

    private final ObjectMapper json;

    CsvDescriptions(ObjectMapper json) {
        this.json = json;
    }

    /** Whoever wants the description of a CSV file wants that file, whatever type of answer they name. */
    @ServerRequestFilter(preMatching = true)
    public void ask(ContainerRequestContext request) {
        if (isWanted(request)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, CSV.toString());
        }
    }

    /** After the links to other pages, and before the list is written, which a description takes the place of. */
    @ServerResponseFilter(priority = Priorities.USER - 500)
    public void describe(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource)
            throws JsonProcessingException {
        var described = described(response, resource);
        if (described.isEmpty()) {
            return;
        }
        var uri = request.getUriInfo().getRequestUriBuilder();
        if (isWanted(request)) {
            var table = uri.replaceQueryParam(PARAMETER).build();
            var metadata = described.get().of(address(table));
            response.getHeaders().remove(HttpHeaders.CONTENT_DISPOSITION);
            response.setEntity(json.writeValueAsString(metadata), null, MediaType.valueOf(CsvMetadata.MEDIA_TYPE));
        } else {
            var description = uri.replaceQueryParam(PARAMETER, CSVW).build();
            response.getHeaders()
                    .add(
                            "Link",
                            "<" + address(description) + ">; rel=\"describedby\"; type=\"" + CsvMetadata.MEDIA_TYPE
                                    + "\"");
        }
    }

    private record Table(Class<?> row, List<String> key) {

        CsvMetadata of(String url) {
            return CsvMetadata.of(url, CsvTable.of(row), key);
        }
    }

    private static Optional<Table> described(ContainerResponseContext response, ResourceInfo resource) {
        var isCsv = response.getMediaType() != null && CSV.isCompatible(response.getMediaType());
        if (response.getStatus() != 200 || !isCsv || resource.getResourceMethod() == null) {
            return Optional.empty();
        }
        var method = resource.getResourceMethod();
        var rows = method.getAnnotation(CsvOf.class);
        if (rows != null) {
            return Optional.of(new Table(rows.value(), List.of(rows.key())));
        }
        return response.getEntity() instanceof Listed<?>
                ? Optional.of(new Table(item(method), List.of("id")))
                : Optional.empty();
    }

    /** The record that the operation says its list is of. */
    static Class<?> item(Method operation) {
        var type = (ParameterizedType) operation.getGenericReturnType();
        return (Class<?>) type.getActualTypeArguments()[0];
    }

    private static boolean isWanted(ContainerRequestContext request) {
        return CSVW.equals(request.getUriInfo().getQueryParameters().getFirst(PARAMETER));
    }

    private static String address(java.net.URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}
