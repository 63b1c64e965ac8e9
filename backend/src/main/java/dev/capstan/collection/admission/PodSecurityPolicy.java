package dev.capstan.collection.admission;

import java.util.List;

/**
 * A PodSecurityPolicy (policy/v1beta1), served up to Kubernetes 1.24.
 *
 * @param name its name
 * @param privileged whether it lets privileged containers in
 * @param allowedCapabilities what containers may add; {@code *} skips every check
 * @param defaultAddCapabilities what it writes into the containers that it admits
 * @param requiredDropCapabilities what it makes containers drop
 */
public record PodSecurityPolicy(
        String name,
        boolean privileged,
        List<String> allowedCapabilities,
        List<String> defaultAddCapabilities,
        List<String> requiredDropCapabilities) {

    public PodSecurityPolicy {
        allowedCapabilities = List.copyOf(allowedCapabilities);
        defaultAddCapabilities = List.copyOf(defaultAddCapabilities);
        requiredDropCapabilities = List.copyOf(requiredDropCapabilities);
    }
}
