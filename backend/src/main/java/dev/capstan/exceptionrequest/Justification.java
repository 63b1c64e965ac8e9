package dev.capstan.exceptionrequest;

/** Why a container cannot do without. */
public enum Justification {
    VENDOR_REQUIREMENT("Vendor requirement", "The vendor supports the product only with it."),
    PLATFORM_COMPONENT("Platform component", "It is part of the platform and does the node's own work."),
    COMPENSATING_CONTROL("Mitigated by a compensating control", "Something else keeps the harm small."),
    TEMPORARY("Temporary until fixed", "It is being put right, and needs the time."),
    FALSE_POSITIVE("False positive", "The control is met in another way.");

    private final String title;
    private final String sentence;

    Justification(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** What it claims, in a sentence. */
    public String sentence() {
        return sentence;
    }
}
