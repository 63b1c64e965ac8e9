package dev.capstan.collection.kubernetes;

import java.net.URI;

/**
 * A way into one cluster's API server. It lives as long as one reading, and never leaves this module.
 *
 * @param server the API server's address, always https
 * @param authorities the certificate authorities to trust for it, in Base64 of PEM, and no others
 * @param clientCertificate the certificate that says who asks, in Base64 of PEM
 * @param clientKey its private key, in Base64 of PEM
 */
public record ClusterAccess(URI server, String authorities, String clientCertificate, String clientKey) {

    public ClusterAccess {
        if (!"https".equals(server.getScheme()) || server.getHost() == null) {
            throw new IllegalArgumentException("An API server is reached over https only");
        }
    }

    /** Only where it leads: the rest is secret. */
    @Override
    public String toString() {
        return "ClusterAccess[" + server + "]";
    }
}
