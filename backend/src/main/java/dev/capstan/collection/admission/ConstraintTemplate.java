package dev.capstan.collection.admission;

/**
 * A Gatekeeper ConstraintTemplate.
 *
 * @param kind the kind of constraint that it makes, for example {@code K8sPSPCapabilities}
 * @param speaksOfCapabilities whether its code (Rego or CEL) mentions capabilities
 * @param speaksOfPrivileged whether its code mentions privileged
 */
public record ConstraintTemplate(String kind, boolean speaksOfCapabilities, boolean speaksOfPrivileged) {}
