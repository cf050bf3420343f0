package anchorage.kit.sunset;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells whoever uses an operation that will end, with every answer, also with a refusal. */
class SunsetHeaders {

    @ServerResponseFilter
    public void tell(ContainerResponseContext response, ResourceInfo resource) {
        sunset(resource).map(Ending::of).ifPresent(ending -> ending.headers()
                .forEach((name, values) ->
                        values.forEach(value -> response.getHeaders().add(name, value))));
    }

    private static Optional<Sunset> sunset(ResourceInfo resource) {
        if (resource.getResourceMethod() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(resource.getResourceMethod().getAnnotation(Sunset.class))
                .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(Sunset.class)));
    }
}
