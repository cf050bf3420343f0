package anchorage.registry.reconciliation.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/** The service itself, whichever address leads to it. */
@ApplicationScoped
class Reconcile {

    private static final int SUGGESTIONS = 10;
    /** Nobody reads so far; who goes on types more. */
    private static final int FURTHEST = 1000;

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

    Map<String, Object> suggest(String what, String prefix, Integer cursor) {
        var typed = prefix == null ? "" : prefix;
        int first = cursor == null ? 0 : cursor;
        if (first < 0 || first > FURTHEST) {
            throw new BadRequestException("Say how many suggestions to leave out, from 0 to " + FURTHEST + ".");
        }
        List<? extends Map<String, ?>> found =
                switch (what) {
                    case "entity" -> protocol.organisations(typed, first + SUGGESTIONS);
                    case "property" -> terms.properties(typed);
                    case "type" -> terms.types(typed);
                    default ->
                        throw new NotFoundException(
                                "Entities, properties and types are suggested, not '" + what + "'.");
                };
        return Map.of("result", found.stream().skip(first).toList());
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
