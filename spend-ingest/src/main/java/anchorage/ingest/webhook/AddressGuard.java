package anchorage.ingest.webhook;

import anchorage.ingest.IngestSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/**
 * Keeps notices from being sent into somebody's own network. A name is looked up at every sending, and the connection
 * goes to the very address that was judged: what the name means a moment later makes no difference.
 */
@ApplicationScoped
class AddressGuard {

    private static final int LONGEST = 2000;

    private final boolean letsLocal;
    private final Names names;

    @Inject
    AddressGuard(IngestSettings settings) {
        this(settings.webhooks().local(), InetAddress::getAllByName);
    }

    /** @param letsLocal whether plain HTTP to this machine is let through, and nothing more */
    AddressGuard(boolean letsLocal, Names names) {
        this.letsLocal = letsLocal;
        this.names = names;
    }

    /** What a name leads to. */
    interface Names {
        InetAddress[] lookUp(String name) throws UnknownHostException;
    }

    /**
     * Where to connect for an address.
     *
     * @throws UnfitAddress unless it is https, and all that its name leads to is public
     */
    InetAddress judge(URI address) {
        mustBeWellFormed(address);
        var found = lookUp(address.getHost());
        if (letsLocal && Stream.of(found).allMatch(InetAddress::isLoopbackAddress)) {
            return found[0];
        }
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            throw new UnfitAddress("Notices are sent by https only. Send an address that begins with https://.");
        }
        Stream.of(found).filter(one -> !PublicAddress.is(one)).findFirst().ifPresent(one -> {
            throw new UnfitAddress("The name '" + address.getHost()
                    + "' leads to an address that is not on the public internet. Notices go to public addresses only.");
        });
        return found[0];
    }

    private static void mustBeWellFormed(URI address) {
        boolean isHttp = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        if (!isHttp
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawFragment() != null
                || address.toString().length() > LONGEST) {
            throw new UnfitAddress("Send an address such as https://example.org/hooks/anchorage, of at most " + LONGEST
                    + " characters, without a user and without a fragment.");
        }
    }

    private InetAddress[] lookUp(String name) {
        // A literal IPv6 address stands in brackets in an address of the web.
        var bare = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        try {
            return names.lookUp(bare);
        } catch (UnknownHostException unknown) {
            throw new UnfitAddress("The name '" + name + "' leads nowhere. Is it written right, and known to all?");
        }
    }
}
