package dev.capstan.simulator.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pod says for all its containers.
 *
 * @param windows whether {@code spec.os.name} is windows
 * @param hostNetwork whether it shares the node's network
 * @param hostPid whether it shares the node's processes
 * @param hostUsers {@code spec.hostUsers}, null where it is not said
 * @param security the pod's security context
 */
public record PodSettings(
        boolean windows,
        boolean hostNetwork,
        boolean hostPid,
        @Nullable Boolean hostUsers,
        SecuritySettings security) {

    /** A Linux pod that says nothing. */
    public static final PodSettings PLAIN = new PodSettings(false, false, false, null, SecuritySettings.UNSET);

    /**
     * Reads the short form: {@code windows}, {@code hostnetwork}, {@code hostpid}, {@code hostusers=false}, and the
     * words of {@link SecuritySettings#parse} that a pod may have.
     *
     * @throws IllegalArgumentException for a word that means nothing
     */
    public static PodSettings parse(String line) {
        List<String> security = new ArrayList<>();
        boolean windows = false;
        boolean hostNetwork = false;
        boolean hostPid = false;
        Boolean hostUsers = null;
        for (String word :
                line.isBlank() ? List.<String>of() : List.of(line.strip().split("\\s+"))) {
            switch (word) {
                case "windows" -> windows = true;
                case "hostnetwork" -> hostNetwork = true;
                case "hostpid" -> hostPid = true;
                case "hostusers=false" -> hostUsers = false;
                default -> security.add(word);
            }
        }
        return new PodSettings(windows, hostNetwork, hostPid, hostUsers, SecuritySettings.parse(security));
    }
}
