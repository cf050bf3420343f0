package anchorage.kit.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Who is asking, and for which anchor they may. */
@RequestScoped
public class Caller {

    private static final Logger AUDIT = Logger.getLogger("anchorage.audit");

    private final SecurityIdentity identity;

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

    /** Refuses unless the token is bound to this anchor, or its bearer is a platform-admin, whose act is audited. */
    public void mustActFor(String anchor) {
        if (isBoundTo(anchor)) {
            return;
        }
        if (!identity.hasRole(Roles.PLATFORM_ADMIN)) {
            throw notYours(anchor);
        }
        AUDIT.infof("acted on an anchor's behalf caller=%s anchor=%s", name(), anchor);
    }

    /** Refuses unless the token is bound to this anchor, or its bearer reads every anchor's figures. */
    public void mustSee(String anchor) {
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
