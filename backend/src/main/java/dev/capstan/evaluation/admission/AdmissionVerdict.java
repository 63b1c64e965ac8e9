package dev.capstan.evaluation.admission;

/** Whether added capabilities are stopped at admission. What was not read is never taken for nothing. */
public sealed interface AdmissionVerdict {

    /** Stopped, at {@link Strength#BASELINE} or better. */
    record Met(Strength strength) implements AdmissionVerdict {}

    /** Stopped, unless the mechanism does not answer: its webhook fails open. */
    record MetFailsOpen(Strength strength) implements AdmissionVerdict {}

    /** Not stopped, or not enough. */
    record NotMet(Strength strength) implements AdmissionVerdict {}

    /**
     * It cannot be told.
     *
     * @param because a sentence that names what could not be read
     */
    record Unknown(String because) implements AdmissionVerdict {}
}
