package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.AdmissionFacts;

/** Judges a cluster's admission: the same facts always give the same verdict. */
public final class AdmissionJudge {

    private AdmissionJudge() {}

    /** What each namespace's admission stops, and the cluster's. */
    public static ClusterAdmission judge(AdmissionFacts facts) {
        throw new UnsupportedOperationException(facts.kubernetesVersion());
    }
}
