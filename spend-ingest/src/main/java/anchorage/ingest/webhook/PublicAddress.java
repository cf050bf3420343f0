package anchorage.ingest.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Whether an address of the internet protocol is one of the internet, and none of somebody's own network. What is not
 * is listed by the IANA's registries of special-purpose addresses (RFC 6890), of 2025-10; of IPv6, only what the IANA
 * has given out for global unicast (2000::/3) can be public.
 */
final class PublicAddress {

    private static final List<Block> SPECIAL = Block.all(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared, and some clouds' metadata
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // a cloud's own host, though it looks public
            "169.254.0.0/16", // link-local, and most clouds' metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocols
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112
            "192.52.193.0/24", // AMT
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, and broadcast
            "2001::/23", // protocols, and Teredo, which holds another address
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4, which holds another address
            "2620:4f:8000::/48", // AS112
            "3fff::/20"); // documentation

    private static final Block GLOBAL = Block.of("2000::/3");

    private PublicAddress() {}

    /** Whether it is. An IPv4 address written as an IPv6 one is judged as what it is. */
    static boolean is(InetAddress address) {
        boolean isGiven = address instanceof Inet4Address || GLOBAL.has(address);
        return isGiven && SPECIAL.stream().noneMatch(block -> block.has(address));
    }

    /** Addresses that begin with the same bits. */
    private record Block(byte[] prefix, int bits) {

        static List<Block> all(String... written) {
            return Arrays.stream(written).map(Block::of).toList();
        }

        static Block of(String written) {
            var parts = written.split("/");
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException(written, impossible);
            }
        }

        boolean has(InetAddress address) {
            var bytes = address.getAddress();
            if (bytes.length != prefix.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = bits % 8;
            int mask = 0xFF << (8 - rest) & 0xFF;
            return Arrays.equals(bytes, 0, whole, prefix, 0, whole)
                    && (rest == 0 || (bytes[whole] & mask) == (prefix[whole] & mask));
        }
    }
}
