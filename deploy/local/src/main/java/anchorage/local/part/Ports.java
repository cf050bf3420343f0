package anchorage.local.part;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of this machine's loopback address. */
public final class Ports {

    private Ports() {}

    /** Fails with advice if some other program listens there. */
    public static void mustBeFree(int port, String what) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new PartFailed("port " + port + ", which " + what + " needs, is taken by another program. "
                    + "Stop that program, or move all of Anchorage's ports with ANCHORAGE_PORT_OFFSET=1000.");
        }
    }

    /** A port that nothing uses now. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new PartFailed("no free port", failure);
        }
    }

    /** Whether something answers there. */
    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 300);
            return true;
        } catch (IOException silent) {
            return false;
        }
    }
}
