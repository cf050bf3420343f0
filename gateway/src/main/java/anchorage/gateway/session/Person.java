package anchorage.gateway.session;

import anchorage.kit.security.Roles;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who has signed in, as the identity provider knows them.
 *
 * @param roles of those that are roles here
 * @param anchor the anchor that they are bound to
 */
public record Person(String name, List<String> roles, Optional<String> anchor) {

    public Person {
        roles = List.copyOf(roles);
    }

    static Person of(Tokens tokens) {
        var claims = tokens.claims();
        var roles = claims.getJsonObject("realm_access", new JsonObject()).getJsonArray("roles", new JsonArray());
        return new Person(
                claims.getString("preferred_username", claims.getString("sub")),
                Roles.ALL.stream().filter(roles::contains).toList(),
                Optional.ofNullable(claims.getString("anchor")));
    }
}
