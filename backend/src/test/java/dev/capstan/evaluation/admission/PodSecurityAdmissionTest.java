package dev.capstan.evaluation.admission;

import static dev.capstan.evaluation.admission.Situation.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.evaluation.admission.AdmissionVerdict.Met;
import dev.capstan.evaluation.admission.AdmissionVerdict.NotMet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Rule: a namespace's labels set Pod Security Admission; only enforce refuses pods")
class PodSecurityAdmissionTest {

    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
    private static final String VERSION = "pod-security.kubernetes.io/enforce-version";
    private static final String AUDIT = "pod-security.kubernetes.io/audit";
    private static final String WARN = "pod-security.kubernetes.io/warn";

    @Test
    void withoutAnythingNothingIsStopped() {
        NamespaceAdmission judged = on("1.33.4").namespace("shop").judged();

        assertThat(judged.verdict()).isEqualTo(new NotMet(Strength.NONE));
        assertThat(judged.protections()).isEmpty();
        assertThat(judged.warnings()).isEmpty();
    }

    @Test
    void enforcedBaselineIsEnoughAndStopsPrivilegedContainersToo() {
        NamespaceAdmission judged =
                on("1.33.4").namespace("shop", ENFORCE, "baseline").judged();

        assertThat(judged.verdict()).isEqualTo(new Met(Strength.BASELINE));
        assertThat(judged.warnings()).isEmpty();
        Protection protection = judged.protections().getFirst();
        assertThat(protection.mechanism()).isEqualTo(Mechanism.POD_SECURITY_ADMISSION);
        assertThat(protection.failsOpen()).isFalse();
        assertThat(protection.objects()).containsExactly("Namespace shop");
        assertThat(protection.reasons().getFirst()).contains("AUDIT_WRITE").doesNotContain("NET_RAW");
    }

    @Test
    void enforcedRestrictedIsMoreThanEnough() {
        assertThat(on("1.23").namespace("shop", ENFORCE, "restricted").verdict())
                .isEqualTo(new Met(Strength.RESTRICTED));
    }

    @Test
    void enforcedPrivilegedStopsNothing() {
        assertThat(on("1.33").namespace("shop", ENFORCE, "privileged").verdict())
                .isEqualTo(new NotMet(Strength.NONE));
    }

    @Test
    void aMisspeltEnforcedLevelIsTakenAsRestricted() {
        Situation situation = on("1.33").namespace("shop", ENFORCE, "basline");

        assertThat(situation.verdict()).isEqualTo(new Met(Strength.RESTRICTED));
        assertThat(situation.reasons()).contains("no valid level (basline)");
    }

    @ParameterizedTest
    @CsvSource({
        "v1.0, BASELINE",
        "v1.21, BASELINE",
        "v1.22, RESTRICTED",
        "v1.30, RESTRICTED",
        "latest, RESTRICTED",
        "1.19, RESTRICTED",
        "v1.019, RESTRICTED"
    })
    void restrictedPinnedToBefore122HasNoRuleOnCapabilitiesOfItsOwn(String version, Strength strength) {
        assertThat(on("1.33")
                        .namespace("shop", ENFORCE, "restricted", VERSION, version)
                        .verdict())
                .isEqualTo(new Met(strength));
    }

    @ParameterizedTest
    @ValueSource(strings = {AUDIT, WARN})
    void whatOnlyWarnsOrRecordsStopsNothing(String mode) {
        Situation situation = on("1.33").namespace("shop", mode, "baseline");

        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.AUDIT_ONLY));
        assertThat(situation.reasons()).contains("once " + ENFORCE + " says so");
        assertThat(situation.judged().warnings()).isEmpty();
    }

    @Test
    void aMisspeltOrPrivilegedLevelToWarnAtCountsForNothing() {
        assertThat(on("1.33")
                        .namespace("shop", AUDIT, "privileged", WARN, "basline")
                        .verdict())
                .isEqualTo(new NotMet(Strength.NONE));
    }

    @Test
    void before123LabelsDoNothing() {
        Situation situation = on("1.22.17").namespace("shop", ENFORCE, "restricted", AUDIT, "restricted");

        assertThat(situation.verdict()).isEqualTo(new NotMet(Strength.NONE));
        assertThat(situation.reasons()).contains("does nothing before Kubernetes 1.23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.33", "1.23.0-beta", "2.0", "", "1.99999"})
    void aVersionOfAnotherFormIsTakenAsNew(String version) {
        assertThat(on(version).namespace("shop", ENFORCE, "baseline").verdict()).isEqualTo(new Met(Strength.BASELINE));
    }
}
