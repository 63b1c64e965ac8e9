package dev.capstan.evaluation.admission;

/** What can stop a pod at admission. */
public enum Mechanism {
    POD_SECURITY_ADMISSION("Pod Security Admission"),
    AZURE_POLICY("Azure Policy"),
    GATEKEEPER("Gatekeeper"),
    VALIDATING_ADMISSION_POLICY("Validating admission policy"),
    KYVERNO("Kyverno"),
    DEPLOYMENT_SAFEGUARDS("Deployment safeguards"),
    POD_SECURITY_POLICY("Pod Security Policy");

    private final String title;

    Mechanism(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }
}
