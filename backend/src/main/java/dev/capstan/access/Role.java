package dev.capstan.access;

/** What a person is to Capstan. Every role may read everything; what it may do beyond that is said here. */
public enum Role {
    VIEWER("Viewer", "Reads every screen."),
    OWNER("Workload owner", "Reads every screen."),
    APPROVER("Approver", "Reads every screen and starts scans."),
    AUDITOR("Auditor", "Reads every screen."),
    ADMIN("Administrator", "Reads every screen, starts scans and changes settings.");

    private final String title;
    private final String sentence;

    Role(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    /** The role's name for people. */
    public String title() {
        return title;
    }

    /** What the role may do, in a sentence. */
    public String sentence() {
        return sentence;
    }
}
