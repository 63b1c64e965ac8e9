package dev.capstan.evaluation.admission;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of looking for one mechanism in one namespace.
 *
 * @param protections what it does there
 * @param unread what could have sufficed and was not read, a sentence each
 */
record Found(List<Protection> protections, List<String> unread) {

    Found {
        protections = List.copyOf(protections);
        unread = List.copyOf(unread);
    }

    /** The same where something that could undo it was not read: what would suffice then counts as unread, too. */
    Found withReserve(List<String> unreadSupport) {
        if (unreadSupport.isEmpty()
                || protections.stream()
                        .noneMatch(protection -> protection.strength().suffices())) {
            return this;
        }
        List<String> all = new ArrayList<>(unread);
        all.addAll(unreadSupport);
        return new Found(
                protections.stream()
                        .filter(protection -> !protection.strength().suffices())
                        .toList(),
                all.stream().distinct().toList());
    }
}
