package anchorage.kit.page;

import anchorage.kit.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What a cursor belongs to: the address that was asked, with its filters, and the caller's anchor and roles. */
@RequestScoped
class Asked {

    /** What says which part of a list is wanted, or in which form, and not of what. */
    private static final Set<String> OF_THE_PAGE = Set.of("cursor", "since", "limit", "describe");

    private final Caller caller;
    private final UriInfo uri;

    Asked(Caller caller, UriInfo uri) {
        this.caller = caller;
        this.uri = uri;
    }

    List<String> texts() {
        var asked = new ArrayList<String>();
        asked.add(caller.anchor().orElse(""));
        asked.add(String.join(" ", caller.roles()));
        asked.add(uri.getPath());
        new TreeMap<>(uri.getQueryParameters()).forEach((name, values) -> {
            if (!OF_THE_PAGE.contains(name)) {
                values.forEach(value -> asked.addAll(List.of(name, value)));
            }
        });
        return asked;
    }

    /** The same address for another part. Relative, since the way that the client came is not the way we were asked. */
    String address(String parameter, Object... value) {
        return address(uri, parameter, value);
    }

    static String address(UriInfo uri, String parameter, Object... value) {
        var target =
                uri.getRequestUriBuilder().replaceQueryParam(parameter, value).build();
        var query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        return target.getRawPath() + query;
    }
}
