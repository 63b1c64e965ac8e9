package dev.capstan.collection.admission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Azure Resource Manager says of a cluster's admission.
 *
 * @param policyAddOn whether {@code addonProfiles.azurepolicy} is enabled; null where ARM does not say. Enabled alone
 *     stops nothing: a policy's effect is Audit by default
 * @param safeguardsLevel deployment safeguards' level as written (Off, Warn, Enforce …), or null where it is not said
 * @param safeguardsStandard the Pod Security Standard that the safeguards apply (Privileged, Baseline, Restricted), or
 *     null where it is not said
 * @param safeguardsExcluded namespaces that the safeguards leave out, the system's own among them
 * @param automatic whether the SKU is Automatic, whose safeguards begin as Enforce with Baseline
 * @param podSecurityPolicy whether the PodSecurityPolicy admission controller is on (AKS's retired preview); null where
 *     ARM does not say
 * @param unread why what is asked for beside the list of clusters could not be read, as a sentence; null where it was
 */
public record AzureAdmission(
        @Nullable Boolean policyAddOn,
        @Nullable String safeguardsLevel,
        @Nullable String safeguardsStandard,
        List<String> safeguardsExcluded,
        boolean automatic,
        @Nullable Boolean podSecurityPolicy,
        @Nullable String unread) {

    public AzureAdmission {
        safeguardsExcluded = List.copyOf(safeguardsExcluded);
    }

    /** The same, where what is asked for beside the list of clusters could not be read. */
    public AzureAdmission unread(String why) {
        return new AzureAdmission(policyAddOn, null, null, List.of(), automatic, null, why);
    }

    /** A cluster of which ARM says nothing that touches admission. */
    public static AzureAdmission silent() {
        return new AzureAdmission(null, null, null, List.of(), false, null, null);
    }
}
