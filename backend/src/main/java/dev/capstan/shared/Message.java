package dev.capstan.shared;

import java.util.Map;
import java.util.Set;

/**
 * Something that somebody is to be told: published as an application event inside the transaction that brings it about, so
 * that nobody hears of what did not happen. Whether and how it is delivered takes nothing back.
 *
 * @param kind what it is about, which decides where it goes
 * @param key tells it from every other message: the same key twice is one message, also after a restart
 * @param people the names of those who are told; may be empty
 * @param roles those of all these roles are told, too, by the role's name; may be empty
 * @param subject one line
 * @param text a few sentences, plain
 * @param facts what there is to know in short, as name and value, in order
 * @param path where in Capstan it can be seen, beginning with a slash
 */
public record Message(
        Kind kind,
        String key,
        Set<String> people,
        Set<String> roles,
        String subject,
        String text,
        Map<String, String> facts,
        String path) {

    /** What a message can be about. */
    public enum Kind {
        /** An exception is requested: for those who decide. */
        REQUESTED,
        /** It was decided: for the one who asked. */
        DECIDED,
        /** A request has waited too long: for those who decide. */
        ESCALATED,
        /** An exception ends soon: for the one who asked. */
        EXPIRING,
        /** An exception has ended: for the one who asked. */
        ENDED,
        /** A workload does more than its exception says: for the one who asked. */
        EXCEEDED,
        /** Something is wrong with Capstan itself: for administrators. */
        TROUBLE
    }
}
