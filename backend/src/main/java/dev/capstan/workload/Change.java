package dev.capstan.workload;

/** What makes a stretch of a container's history differ from the one before it. */
public enum Change {
    /** It was not there before. */
    APPEARED("appeared"),
    SETTINGS("settings changed"),
    IMAGE("image changed"),
    /** Who answers for it. */
    ORIGIN("origin changed"),
    /** Another policy judges it. */
    POLICY("judged by another policy");

    private final String words;

    Change(String words) {
        this.words = words;
    }

    /** The change within a sentence. */
    public String words() {
        return words;
    }
}
