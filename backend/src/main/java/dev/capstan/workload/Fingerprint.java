package dev.capstan.workload;

import dev.capstan.collection.ContainerSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The address of settings by their content: SHA-256 over a form in which different settings are never alike. */
final class Fingerprint {

    private Fingerprint() {}

    static byte[] of(ContainerSettings settings) {
        String form = "1|" + settings.windows() + "|" + settings.privileged() + "|" + list(settings.added()) + "|"
                + list(settings.dropped()) + "|" + settings.runAsUser() + "|" + settings.runAsNonRoot() + "|"
                + settings.allowPrivilegeEscalation() + "|" + settings.hostUsers();
        try {
            return MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    // Each with its length before it, since a name may hold any character.
    private static String list(List<String> names) {
        StringBuilder form = new StringBuilder().append(names.size());
        names.forEach(name -> form.append(':').append(name.length()).append(':').append(name));
        return form.toString();
    }
}
