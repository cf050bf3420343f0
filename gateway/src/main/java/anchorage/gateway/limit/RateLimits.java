package anchorage.gateway.limit;

import anchorage.gateway.GatewaySettings;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets no caller shut the others out: each client has a quota of requests, each anchor one for all its clients together,
 * and those who need no token one by the address they come from. So has each a number of requests that may be underway at
 * once.
 */
@ApplicationScoped
public class RateLimits {

    private final Quota ofClient;
    private final Quota ofAnchor;
    private final Quota ofAddress;
    private final AtOnce atOnce;

    RateLimits(GatewaySettings settings) {
        var limits = settings.limits();
        this.ofClient = new Quota("client", limits.client(), limits.window());
        this.ofAnchor = new Quota("anchor", limits.anchor(), limits.window());
        this.ofAddress = new Quota("address", limits.address(), limits.window());
        this.atOnce = new AtOnce(limits.atOnce());
    }

    /**
     * Counts a request, which is underway from then on if it is let in: say when it has ended.
     *
     * @param identity who sends it; empty where no token is needed
     * @param address where it comes from
     */
    public Admission count(Optional<SecurityIdentity> identity, String address) {
        var token = identity.map(SecurityIdentity::getPrincipal)
                .filter(JsonWebToken.class::isInstance)
                .map(JsonWebToken.class::cast);
        if (token.isEmpty()) {
            return count(address, List.of(new Share(ofAddress, address)));
        }
        var shares = new ArrayList<Share>();
        var sender = sender(token.get());
        shares.add(new Share(ofClient, sender));
        token.map(read -> read.<String>getClaim("anchor")).ifPresent(anchor -> shares.add(new Share(ofAnchor, anchor)));
        return count(sender, shares);
    }

    /** A client, or one person at it: those who sign in at the portal share the client and are not each other. */
    private static String sender(JsonWebToken token) {
        return token.<String>getClaim("azp") + " " + token.getSubject();
    }

    /** One counts against all quotas or, where one is used up or too much is underway, against none. */
    private Admission count(String caller, List<Share> shares) {
        var standings = new ArrayList<Quota.Standing>();
        var entry = atOnce.begin(caller);
        for (var share : entry.isGranted() ? shares : List.<Share>of()) {
            var standing = share.quota.take(share.caller);
            standings.add(standing);
            if (!standing.isLetIn()) {
                entry.end();
                shares.subList(0, standings.size() - 1).forEach(Share::giveBack);
                break;
            }
        }
        var policies = new ArrayList<String>();
        shares.forEach(share -> policies.add(share.quota.policy()));
        policies.add(atOnce.policy());
        return new Admission(policies, standings, entry);
    }

    private record Share(Quota quota, String caller) {
        void giveBack() {
            quota.giveBack(caller);
        }
    }
}
