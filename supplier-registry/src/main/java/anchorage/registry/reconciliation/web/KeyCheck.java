package anchorage.registry.reconciliation.web;

import anchorage.registry.reconciliation.ReconciliationKeys;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether the key in an address opens. */
@ApplicationScoped
class KeyCheck {

    private final ReconciliationKeys keys;

    KeyCheck(ReconciliationKeys keys) {
        this.keys = keys;
    }

    void mustOpen(String key) {
        if (!keys.opens(key)) {
            throw new UnauthorizedException("The key in the address is not one, or was revoked.");
        }
    }
}
