package anchorage.registry.reconciliation.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/** The service itself, whichever address leads to it. */
@ApplicationScoped
class Reconcile {

    private final Protocol protocol;
    private final Terms terms;

    Reconcile(Protocol protocol, Terms terms) {
        this.protocol = protocol;
        this.terms = terms;
    }

    Map<String, Object> manifest(UriInfo uri, HttpHeaders headers, String path) {
        var host = headers.getHeaderString("x-forwarded-host");
        var scheme = headers.getHeaderString("x-forwarded-proto");
        var root = host == null
                ? uri.getBaseUri().toString().replaceFirst("/$", "")
                : (scheme == null ? "http" : scheme) + "://" + host;
        return Manifest.at(root + path);
    }

    Map<String, Object> answer(String queries, String extend) {
        return protocol.answer(queries, extend);
    }

    RestResponse<String> preview(String id) {
        if (id == null) {
            throw new BadRequestException("Say of whom, as ?id=.");
        }
        return protocol.organisation(id)
                .map(organisation -> RestResponse.ResponseBuilder.ok(Preview.page(organisation))
                        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                        .build())
                .orElseThrow(() -> new NotFoundException("There is no organisation '" + id + "'."));
    }

    Map<String, Object> suggest(String what, String prefix) {
        var typed = prefix == null ? "" : prefix;
        return switch (what) {
            case "entity" -> protocol.organisations(typed);
            case "property" -> terms.properties(typed);
            case "type" -> terms.types(typed);
            default -> throw new NotFoundException("Entities, properties and types are suggested, not '" + what + "'.");
        };
    }

    Map<String, Object> flyout(String what, String id) {
        var html = what.equals("entity")
                ? protocol.organisation(id)
                        .map(Preview::fragment)
                        .orElseThrow(() -> new NotFoundException("There is no organisation '" + id + "'."))
                : "<p>"
                        + Preview.escaped(
                                what.equals("type")
                                        ? terms.type(id).get("name")
                                        : terms.property(id).get("name"))
                        + "</p>";
        return Map.of("id", id, "html", html);
    }

    Map<String, Object> properties(String type, Integer limit) {
        return terms.proposed(type == null ? "organisation" : type, limit);
    }
}
