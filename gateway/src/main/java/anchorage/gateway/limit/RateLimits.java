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
 * and those who need no token one by the address they come from.
 */
@ApplicationScoped
public class RateLimits {

    private final Quota ofClient;
    private final Quota ofAnchor;
    private final Quota ofAddress;

    RateLimits(GatewaySettings settings) {
        var limits = settings.limits();
        this.ofClient = new Quota("client", limits.client(), limits.window());
        this.ofAnchor = new Quota("anchor", limits.anchor(), limits.window());
        this.ofAddress = new Quota("address", limits.address(), limits.window());
    }

    /**
     * Counts a request.
     *
     * @param identity who sends it; empty where no token is needed
     * @param address where it comes from
     */
    public Admission count(Optional<SecurityIdentity> identity, String address) {
        var token = identity.map(SecurityIdentity::getPrincipal)
                .filter(JsonWebToken.class::isInstance)
                .map(JsonWebToken.class::cast);
        if (token.isEmpty()) {
            return count(List.of(new Share(ofAddress, address)));
        }
        var shares = new ArrayList<Share>();
        shares.add(new Share(ofClient, sender(token.get())));
        token.map(read -> read.<String>getClaim("anchor")).ifPresent(anchor -> shares.add(new Share(ofAnchor, anchor)));
        return count(shares);
    }

    /** A client, or one person at it: those who sign in at the portal share the client and are not each other. */
    private static String sender(JsonWebToken token) {
        return token.<String>getClaim("azp") + " " + token.getSubject();
    }

    /** One counts against all quotas or, where one is used up, against none. */
    private static Admission count(List<Share> shares) {
        var standings = new ArrayList<Quota.Standing>();
        for (var share : shares) {
            var standing = share.quota.take(share.caller);
            standings.add(standing);
            if (!standing.isLetIn()) {
                shares.subList(0, standings.size() - 1).forEach(Share::giveBack);
                break;
            }
        }
        return new Admission(shares.stream().map(share -> share.quota.policy()).toList(), standings);
    }

    private record Share(Quota quota, String caller) {
        void giveBack() {
            quota.giveBack(caller);
        }
    }
}
