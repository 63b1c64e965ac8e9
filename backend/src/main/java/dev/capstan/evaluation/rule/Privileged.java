package dev.capstan.evaluation.rule;

import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.Verdict;
import java.util.List;

/** Minimise privileged containers: privileged mode voids whatever add and drop say. */
public final class Privileged {

    private Privileged() {}

    /** The control's verdict. */
    public static Verdict judge(ContainerSettings settings) {
        if (settings.windows()) {
            return Reasons.NOT_ON_WINDOWS;
        }
        return settings.privileged() ? new Verdict.Fail(List.of(Reasons.PRIVILEGED)) : new Verdict.Pass();
    }
}
