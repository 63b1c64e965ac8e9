package dev.capstan.evaluation;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.collection.ContainerSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Container settings in words, as the truth table has them: {@code uid 65534, drop [ALL] add [CHOWN KILL]}. */
public final class Setting {

    private ContainerRuntime runtime = ContainerRuntime.CONTAINERD;
    private boolean windows;
    private boolean privileged;
    private final List<String> added = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private Long user;
    private Boolean nonRoot;
    private Boolean escalation;
    private Boolean hostUsers;

    private Setting() {}

    public static ContainerSettings of(String words) {
        Setting setting = new Setting();
        String rest = words.strip();
        while (!rest.isEmpty()) {
            rest = setting.read(rest).strip();
        }
        return setting.build();
    }

    /** A Linux container that adds these names and says nothing else. */
    public static ContainerSettings adding(String... added) {
        ContainerSettings unset = ContainerSettings.unset();
        return new ContainerSettings(unset.runtime(), false, false, List.of(added), List.of(), null, null, null, null);
    }

    private String read(String words) {
        if (words.startsWith("add [")) {
            return readList(words, added);
        }
        if (words.startsWith("drop [")) {
            return readList(words, dropped);
        }
        String[] firstAndRest = words.split("[ ,]+", 2);
        String rest = firstAndRest.length > 1 ? firstAndRest[1] : "";
        switch (firstAndRest[0]) {
            case "nothing" -> {}
            case "cri-o" -> runtime = ContainerRuntime.CRI_O;
            case "docker" -> runtime = ContainerRuntime.DOCKER;
            case "user-namespace" -> hostUsers = false;
            case "windows" -> windows = true;
            case "privileged" -> privileged = true;
            case "non-root" -> nonRoot = true;
            case "no-escalation" -> escalation = false;
            case "may-escalate" -> escalation = true;
            case "uid" -> {
                String[] uidAndRest = rest.split("[ ,]+", 2);
                user = Long.valueOf(uidAndRest[0]);
                rest = uidAndRest.length > 1 ? uidAndRest[1] : "";
            }
            default -> throw new IllegalArgumentException("No such word in a setting: " + words);
        }
        return rest;
    }

    private static String readList(String words, List<String> into) {
        int from = words.indexOf('[') + 1;
        int to = words.indexOf(']');
        String names = words.substring(from, to).strip();
        if (names.equals("every name one by one")) {
            Arrays.stream(Capability.values()).map(Capability::name).forEach(into::add);
        } else if (!names.isEmpty()) {
            into.addAll(List.of(names.split(" ")));
        }
        return words.substring(to + 1);
    }

    private ContainerSettings build() {
        return new ContainerSettings(
                runtime, windows, privileged, added, dropped, user, nonRoot, escalation, hostUsers);
    }
}
