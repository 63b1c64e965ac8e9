package dev.capstan.admission;

import dev.capstan.evaluation.admission.NamespaceAdmission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What admission stopped in a namespace for a time.
 *
 * @param admission what it stopped
 * @param from the first reading that says so
 * @param until the first reading that no longer does, or null while the newest still does
 */
public record AdmissionRange(
        NamespaceAdmission admission,
        Instant from,
        @Nullable Instant until) {}
