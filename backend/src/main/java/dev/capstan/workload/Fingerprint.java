package dev.capstan.workload;

import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.collection.ContainerSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The address of settings by their content: SHA-256 over a form in which different settings are never alike. */
final class Fingerprint {

    private Fingerprint() {}

    static byte[] of(ContainerSettings settings) {
        String form = version(settings) + settings.windows() + "|" + settings.privileged() + "|"
                + list(settings.added()) + "|"
                + list(settings.dropped()) + "|" + settings.runAsUser() + "|" + settings.runAsNonRoot() + "|"
                + settings.allowPrivilegeEscalation() + "|" + settings.hostUsers();
        try {
            return MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    // Containerd's form is older than the knowledge of other runtimes: what is kept under it keeps its address.
    private static String version(ContainerSettings settings) {
        return settings.runtime() == ContainerRuntime.CONTAINERD ? "1|" : "2|" + settings.runtime() + "|";
    }

    // Each with its length before it, since a name may hold any character.
    private static String list(List<String> names) {
        StringBuilder form = new StringBuilder().append(names.size());
        names.forEach(name -> form.append(':').append(name.length()).append(':').append(name));
        return form.toString();
    }
}
