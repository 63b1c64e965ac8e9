package dev.capstan.collection.kubernetes;

import dev.capstan.collection.FailureCause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

/** Finds out in seconds whether an API server can be reached at all; the client would try for much longer. */
final class Probe {

    private Probe() {}

    /** Resolves the name and opens a connection, nothing more. */
    static void reach(URI server, Duration limit) throws CannotRead {
        int port = server.getPort() == -1 ? 443 : server.getPort();
        try (Socket socket = new Socket()) {
            InetAddress address = InetAddress.getByName(server.getHost());
            socket.connect(new InetSocketAddress(address, port), Math.toIntExact(limit.toMillis()));
        } catch (UnknownHostException e) {
            throw new CannotRead(FailureCause.UNREACHABLE_DNS, "Unknown host: " + server.getHost());
        } catch (IOException e) {
            throw new CannotRead(
                    FailureCause.UNREACHABLE_NETWORK,
                    "No connection to " + server.getHost() + ":" + port + ": " + e.getMessage());
        }
    }
}
