package dev.capstan.ui.workload;

import dev.capstan.collection.ContainerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A container's settings as they would stand in a manifest: what is recorded and nothing else. */
final class SecurityContextYaml {

    private static final Pattern PLAIN = Pattern.compile("[A-Z][A-Z0-9]*_[A-Z0-9_]+|ALL|BPF|CHOWN|FOWNER|FSETID|KILL"
            + "|LEASE|PERFMON|SETFCAP|SETGID|SETPCAP|SETUID|SYSLOG");

    private SecurityContextYaml() {}

    static String of(ContainerSettings settings) {
        List<String> lines = new ArrayList<>();
        if (settings.hostUsers() != null) {
            lines.add("# of the pod");
            lines.add("hostUsers: " + settings.hostUsers());
        }
        List<String> context = context(settings);
        if (context.isEmpty()) {
            lines.add("securityContext: {}");
        } else {
            lines.add("securityContext:");
            lines.addAll(context);
        }
        return String.join("\n", lines);
    }

    private static List<String> context(ContainerSettings settings) {
        List<String> lines = new ArrayList<>();
        if (settings.privileged()) {
            lines.add("  privileged: true");
        }
        if (settings.allowPrivilegeEscalation() != null) {
            lines.add("  allowPrivilegeEscalation: " + settings.allowPrivilegeEscalation());
        }
        if (settings.runAsUser() != null) {
            lines.add("  runAsUser: " + settings.runAsUser());
        }
        if (settings.runAsNonRoot() != null) {
            lines.add("  runAsNonRoot: " + settings.runAsNonRoot());
        }
        if (!settings.added().isEmpty() || !settings.dropped().isEmpty()) {
            lines.add("  capabilities:");
        }
        if (!settings.added().isEmpty()) {
            lines.add("    add: " + list(settings.added()));
        }
        if (!settings.dropped().isEmpty()) {
            lines.add("    drop: " + list(settings.dropped()));
        }
        return lines;
    }

    private static String list(List<String> names) {
        return names.stream().map(SecurityContextYaml::scalar).collect(Collectors.joining(", ", "[", "]"));
    }

    // A name can be anything that somebody wrote; a JSON string is a YAML scalar whatever it holds.
    private static String scalar(String name) {
        return PLAIN.matcher(name).matches() ? name : JsonMapper.shared().writeValueAsString(name);
    }
}
