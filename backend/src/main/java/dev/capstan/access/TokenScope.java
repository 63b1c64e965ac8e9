package dev.capstan.access;

import java.util.Arrays;
import java.util.Optional;

/** What a token lets a program do, within what its person may do. */
public enum TokenScope {
    /** Everything that is recorded of the fleet, and what is known of controls. */
    READ_POSTURE("read:posture", "Clusters, workloads, findings, scores, trends, changes, controls"),
    /** What the organisation has decided, and who decided it. */
    READ_SETTINGS("read:settings", "The policy and its history");

    private final String id;
    private final String sentence;

    TokenScope(String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
    }

    /** Its stable name, for example {@code read:posture}. */
    public String id() {
        return id;
    }

    /** What can be read with it. */
    public String sentence() {
        return sentence;
    }

    /** The authority that a program has which shows such a token. */
    public String authority() {
        return "SCOPE_" + id;
    }

    static Optional<TokenScope> named(String id) {
        return Arrays.stream(values()).filter(scope -> scope.id.equals(id)).findAny();
    }
}
