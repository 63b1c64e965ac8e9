package dev.capstan.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The fields that Kubernetes knows (1.35) where a misspelt one could hide what a container really asks for. */
enum KnownFields {
    POD(
            "activeDeadlineSeconds affinity automountServiceAccountToken containers dnsConfig dnsPolicy"
                    + " enableServiceLinks ephemeralContainers hostAliases hostIPC hostNetwork hostPID hostUsers hostname"
                    + " hostnameOverride imagePullSecrets initContainers nodeName nodeSelector os overhead"
                    + " preemptionPolicy priority priorityClassName readinessGates resourceClaims resources restartPolicy"
                    + " runtimeClassName schedulerName schedulingGates securityContext serviceAccount serviceAccountName"
                    + " setHostnameAsFQDN shareProcessNamespace subdomain terminationGracePeriodSeconds tolerations"
                    + " topologySpreadConstraints volumes workloadRef",
            "containers ephemeralContainers initContainers securityContext hostUsers nodeSelector os"),
    CONTAINER(
            "args command env envFrom image imagePullPolicy lifecycle livenessProbe name ports readinessProbe"
                    + " resizePolicy resources restartPolicy restartPolicyRules securityContext startupProbe stdin"
                    + " stdinOnce targetContainerName terminationMessagePath terminationMessagePolicy tty volumeDevices"
                    + " volumeMounts workingDir",
            "securityContext capabilities privileged restartPolicy"),
    POD_SECURITY_CONTEXT(
            "appArmorProfile fsGroup fsGroupChangePolicy runAsGroup runAsNonRoot runAsUser seLinuxChangePolicy"
                    + " seLinuxOptions seccompProfile supplementalGroups supplementalGroupsPolicy sysctls windowsOptions",
            ""),
    SECURITY_CONTEXT(
            "allowPrivilegeEscalation appArmorProfile capabilities privileged procMount readOnlyRootFilesystem"
                    + " runAsGroup runAsNonRoot runAsUser seLinuxOptions seccompProfile windowsOptions",
            ""),
    CAPABILITIES("add drop", "");

    private static final int CLOSE = 2;

    private final Set<String> names;
    private final Set<String> weighty;

    KnownFields(String names, String weighty) {
        this.names = Set.of(names.split(" "));
        this.weighty = weighty.isEmpty() ? Set.of() : Set.of(weighty.split(" "));
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    /**
     * Whether an unknown field may be passed over with a warning: newer versions of Kubernetes have more fields of a
     * container, while what looks like a slip in a field that decides a verdict must not pass.
     */
    boolean mayBePassedOver(String unknown) {
        return !weighty.isEmpty() && weighty.stream().noneMatch(name -> looksLike(unknown, name));
    }

    private static boolean looksLike(String unknown, String name) {
        return unknown.strip().equalsIgnoreCase(name)
                || name.length() > 8
                        && Math.abs(unknown.length() - name.length()) <= CLOSE
                        && distance(unknown.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)) <= CLOSE;
    }

    /** How many letters must be put in, taken out or exchanged (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
