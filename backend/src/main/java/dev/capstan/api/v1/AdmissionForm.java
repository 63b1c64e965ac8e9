package dev.capstan.api.v1;

import dev.capstan.admission.RecordedAdmission;
import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.evaluation.admission.Mechanism;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.evaluation.admission.Protection;
import dev.capstan.evaluation.admission.Strength;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What admission stops in a cluster. */
@Schema(name = "Admission")
record AdmissionForm(
        @Schema(description = "When the newest reading that says so began")
        Instant takenAt,

        @Schema(description = "The worst over its customers' namespaces")
        VerdictForm verdict,

        List<String> warnings,
        List<NamespaceForm> namespaces) {

    /** Whether added capabilities are stopped at admission. */
    @Schema(name = "AdmissionVerdict")
    record VerdictForm(
            AdmissionWord verdict,

            @Schema(description = "How much is stopped; null when it cannot be told") @Nullable Strength strength,

            @Schema(description = "What could not be read; null when it can be told") @Nullable String because) {

        static VerdictForm of(AdmissionVerdict verdict) {
            return switch (verdict) {
                case AdmissionVerdict.Met(Strength strength) -> new VerdictForm(AdmissionWord.MET, strength, null);
                case AdmissionVerdict.MetFailsOpen(Strength strength) ->
                    new VerdictForm(AdmissionWord.MET_FAILS_OPEN, strength, null);
                case AdmissionVerdict.NotMet(Strength strength) ->
                    new VerdictForm(AdmissionWord.NOT_MET, strength, null);
                case AdmissionVerdict.Unknown(String because) -> new VerdictForm(AdmissionWord.UNKNOWN, null, because);
            };
        }
    }

    /** The verdict in a word. */
    enum AdmissionWord {
        MET,
        MET_FAILS_OPEN,
        NOT_MET,
        UNKNOWN
    }

    /** What admission stops in a namespace. */
    @Schema(name = "NamespaceAdmission")
    record NamespaceForm(
            String namespace,

            @Schema(description = "Whether it is one of AKS's own, which do not count for the cluster")
            boolean platform,

            VerdictForm verdict,
            List<ProtectionForm> protections,
            List<String> warnings) {

        static NamespaceForm of(NamespaceAdmission namespace) {
            return new NamespaceForm(
                    namespace.namespace(),
                    namespace.platform(),
                    VerdictForm.of(namespace.verdict()),
                    namespace.protections().stream().map(ProtectionForm::of).toList(),
                    namespace.warnings());
        }
    }

    /** What one mechanism does for a namespace. */
    @Schema(name = "Protection")
    record ProtectionForm(
            Mechanism mechanism,
            Strength strength,

            @Schema(description = "Whether pods get in unjudged while the mechanism does not answer")
            boolean failsOpen,

            boolean stopsPrivileged,

            @Schema(description = "What it rests on, each as Kind name")
            List<String> objects,

            List<String> reasons) {

        static ProtectionForm of(Protection protection) {
            return new ProtectionForm(
                    protection.mechanism(),
                    protection.strength(),
                    protection.failsOpen(),
                    protection.stopsPrivileged(),
                    protection.objects(),
                    protection.reasons());
        }
    }

    static AdmissionForm of(RecordedAdmission recorded) {
        return new AdmissionForm(
                recorded.takenAt(),
                VerdictForm.of(recorded.admission().verdict()),
                recorded.admission().warnings(),
                recorded.admission().namespaces().stream()
                        .map(NamespaceForm::of)
                        .toList());
    }
}
