package dev.capstan.exceptionrequest;

import dev.capstan.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a move.
 *
 * @param name the name that the person signs in with, or the program's
 * @param role what the person is to Capstan, or null for the program
 */
public record Actor(String name, @Nullable Role role) {

    /** The clock and the collector. */
    public static final Actor PROGRAM = new Actor("capstan", null);

    boolean isProgram() {
        return role == null;
    }

    /** Whether the person asks for exceptions at all. */
    boolean asks() {
        return role == Role.OWNER || role == Role.APPROVER;
    }

    /** Whether the person decides on those of others. An administrator does not. */
    boolean decides() {
        return role == Role.APPROVER;
    }
}
