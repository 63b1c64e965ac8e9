package dev.capstan.collection.admission;

import java.util.List;

/**
 * An entry of {@code spec.match} in Gatekeeper's Config.
 *
 * @param processes which of Gatekeeper's processes leave the namespaces out: webhook, audit, sync,
 *     mutation-webhook or {@code *}
 * @param namespaces names, with {@code *} at either end
 */
public record GatekeeperExclusion(List<String> processes, List<String> namespaces) {

    public GatekeeperExclusion {
        processes = List.copyOf(processes);
        namespaces = List.copyOf(namespaces);
    }
}
