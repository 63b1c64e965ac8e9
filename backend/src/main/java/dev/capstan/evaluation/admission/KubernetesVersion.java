package dev.capstan.evaluation.admission;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cluster's version, as far as it decides which mechanisms there are. */
record KubernetesVersion(int minor) {

    private static final Pattern FORM = Pattern.compile("v?1\\.(\\d{1,4})(\\D.*)?");

    /** Reads {@code 1.33.4}; what is not of that form is taken for a version newer than all known ones. */
    static KubernetesVersion parse(String version) {
        Matcher form = FORM.matcher(version);
        return new KubernetesVersion(form.matches() ? Integer.parseInt(form.group(1)) : Integer.MAX_VALUE);
    }

    /** Pod Security Admission is on from 1.23 on. */
    boolean hasPodSecurityAdmission() {
        return minor >= 23;
    }

    /** ValidatingAdmissionPolicy is served as v1, and on, from 1.30 on. */
    boolean hasAdmissionPolicies() {
        return minor >= 30;
    }

    /** PodSecurityPolicy went away with 1.25. */
    boolean hasPodSecurityPolicies() {
        return minor < 25;
    }
}
