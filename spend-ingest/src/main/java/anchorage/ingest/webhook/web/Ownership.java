package anchorage.ingest.webhook.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.ingest.anchor.Anchors;
import anchorage.ingest.webhook.Webhook;
import anchorage.kit.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ForbiddenException;
import java.util.List;
import java.util.Optional;

/** Whose webhooks a request is about. */
@RequestScoped
class Ownership {

    static final String ANCHOR =
            "The anchor whose webhooks are meant; a token that is bound to an anchor needs not say";

    private static final List<String> OF_THE_REGION = List.of(PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST);

    private final Anchors anchors;
    private final Caller caller;

    Ownership(Anchors anchors, Caller caller) {
        this.anchors = anchors;
        this.caller = caller;
    }

    /** The anchor that is named, or else the one that the token is bound to; empty for the region. */
    Optional<String> of(String named) {
        var anchor = Optional.ofNullable(named).or(caller::anchor);
        anchor.ifPresent(one -> {
            caller.mustActFor(one);
            anchors.named(one);
        });
        if (anchor.isEmpty() && caller.roles().stream().noneMatch(OF_THE_REGION::contains)) {
            throw new ForbiddenException("The token is bound to no anchor, so it has no webhooks.");
        }
        return anchor;
    }

    /** The webhook, if the caller may have it; the database has shown no other, but for a mistake in its policies. */
    Webhook mustReach(Webhook webhook) {
        of(webhook.anchor().orElse(null));
        return webhook;
    }
}
