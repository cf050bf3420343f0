package anchorage.kit.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking, and for which anchor they may. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final Set<String> about = new ConcurrentSkipListSet<>();

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The name the audit log knows the caller by: the client that fetched the token, else its subject. */
    public String name() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return Optional.ofNullable(token.<String>getClaim("azp")).orElseGet(token::getSubject);
        }
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    /** Whether no token came with the request. */
    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** The person at the client, by the identity provider's name; none where a program acts for itself. */
    public Optional<String> person() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return Optional.ofNullable(token.<String>getClaim("preferred_username"))
                    .filter(name -> !name.startsWith("service-account-"));
        }
        return Optional.empty();
    }

    /** The roles of the token, of those that are roles here. */
    public List<String> roles() {
        return Roles.ALL.stream().filter(identity::hasRole).toList();
    }

    /** The anchors whose data the request is known to be about by now. */
    public List<String> about() {
        return List.copyOf(about);
    }

    /** Notes that the request is about these anchors' data. */
    public void isAbout(Collection<String> anchors) {
        about.addAll(anchors);
    }

    /** The anchor the token is bound to. */
    public Optional<String> anchor() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return Optional.ofNullable(token.<String>getClaim("anchor"));
        }
        return Optional.empty();
    }

    /** Whether the caller reads every anchor's figures. */
    public boolean seesAllAnchors() {
        return identity.hasRole(Roles.ANALYST) || identity.hasRole(Roles.PLATFORM_ADMIN);
    }

    /** Whose data the caller reaches. */
    public Reach reach() {
        return identity.hasRole(Roles.PLATFORM_ADMIN)
                ? Reach.EVERY_ANCHOR
                : Reach.of(anchor(), seesAllAnchors() || identity.hasRole(Roles.REGISTER_STEWARD));
    }

    /** Whether the token is bound to this anchor, or its bearer is a platform-admin, who may act for any. */
    public boolean actsFor(String anchor) {
        return isBoundTo(anchor) || identity.hasRole(Roles.PLATFORM_ADMIN);
    }

    /** Refuses unless the token is bound to this anchor, or its bearer is a platform-admin, who may act for any. */
    public void mustActFor(String anchor) {
        about.add(anchor);
        if (!actsFor(anchor)) {
            throw notYours(anchor);
        }
    }

    /** Refuses unless the token is bound to this anchor, or its bearer reads every anchor's figures. */
    public void mustSee(String anchor) {
        about.add(anchor);
        if (!seesAllAnchors() && !isBoundTo(anchor)) {
            throw notYours(anchor);
        }
    }

    private boolean isBoundTo(String anchor) {
        return anchor().filter(anchor::equals).isPresent();
    }

    private ForbiddenException notYours(String anchor) {
        return new ForbiddenException(
                anchor().map(own -> "The token is bound to anchor '" + own + "', not to '" + anchor + "'.")
                        .orElse("The token is not bound to anchor '" + anchor + "'."));
    }
}
