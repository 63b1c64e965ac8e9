package dev.capstan.evaluation.admission;

import java.util.List;

/**
 * What one mechanism does for one namespace.
 *
 * @param mechanism which one
 * @param strength what it stops there
 * @param failsOpen whether pods get in unjudged while the mechanism does not answer
 * @param stopsPrivileged whether it also keeps privileged containers out
 * @param objects the objects it rests on, each as {@code Kind name}, for example {@code K8sPSPCapabilities drop-all}
 * @param reasons sentences for people: why this strength, and what it does not hold for
 */
public record Protection(
        Mechanism mechanism,
        Strength strength,
        boolean failsOpen,
        boolean stopsPrivileged,
        List<String> objects,
        List<String> reasons) {

    public Protection {
        objects = List.copyOf(objects);
        reasons = List.copyOf(reasons);
    }
}
