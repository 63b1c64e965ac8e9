package dev.capstan.ui.admission;

import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Sign;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a verdict on admission comes to in two words, worst first. */
public enum AdmissionState {
    NOT_MET(new Sign(Icon.CROSS, "Not met", "fail")),
    UNKNOWN(new Sign(Icon.UNKNOWN, "Unknown", "unknown")),
    FAILS_OPEN(new Sign(Icon.WARNING, "Met, fails open", "caution")),
    MET(new Sign(Icon.CHECK, "Met", "pass"));

    private final Sign sign;

    AdmissionState(Sign sign) {
        this.sign = sign;
    }

    /** The verdict's state. */
    public static AdmissionState of(AdmissionVerdict verdict) {
        return switch (verdict) {
            case AdmissionVerdict.NotMet ignored -> NOT_MET;
            case AdmissionVerdict.Unknown ignored -> UNKNOWN;
            case AdmissionVerdict.MetFailsOpen ignored -> FAILS_OPEN;
            case AdmissionVerdict.Met ignored -> MET;
        };
    }

    /**
     * What holds in the cluster now: what was read too long ago is not believed, as with its containers.
     *
     * @param recorded what the newest reading said, or null when there was none
     */
    public static AdmissionVerdict now(ClusterPosture cluster, @Nullable AdmissionVerdict recorded) {
        if (recorded == null) {
            return new AdmissionVerdict.Unknown("The cluster's admission has not been read yet.");
        }
        return cluster.freshness() == Freshness.NOT_ASSESSED
                ? new AdmissionVerdict.Unknown("The newest reading is too old to be believed.")
                : recorded;
    }

    /** The state that a URL names, if it names one. */
    public static Optional<AdmissionState> parse(String given) {
        return Arrays.stream(values())
                .filter(state -> state.parameter().equals(given))
                .findAny();
    }

    /** The state as it stands in URLs. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state as people see it. */
    public Sign sign() {
        return sign;
    }
}
