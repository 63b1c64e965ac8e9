package dev.capstan.fleet;

import org.jspecify.annotations.Nullable;

/**
 * What the listing of a cluster says of its admission.
 *
 * @param policyAddOn whether {@code addonProfiles.azurepolicy} is enabled; null where nobody ever said
 * @param automatic whether the SKU is Automatic, which comes with deployment safeguards
 */
public record AdmissionSettings(@Nullable Boolean policyAddOn, boolean automatic) {}
