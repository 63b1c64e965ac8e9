package dev.capstan.api;

import org.jspecify.annotations.Nullable;

/** Breaks a request off; whoever asks is told the problem. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private Refused(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** There is no such thing. */
    public static Refused notFound(String what) {
        return new Refused(Problem.of(Problem.Kind.NOT_FOUND, "There is no such " + what + "."));
    }

    static Refused nothing() {
        return new Refused(Problem.of(Problem.Kind.NOT_FOUND, "There is nothing here. See /api/docs."));
    }

    /** A parameter has a value that it does not take. */
    public static Refused parameter(String name, String detail, @Nullable String allowed) {
        return new Refused(Problem.of(Problem.Kind.BAD_PARAMETER, detail).about(name, allowed));
    }

    static Refused unknownParameter(String name, String known) {
        return new Refused(Problem.of(Problem.Kind.UNKNOWN_PARAMETER, "There is no parameter %s here.".formatted(name))
                .about(name, known));
    }

    static Refused cursor() {
        return new Refused(Problem.of(
                        Problem.Kind.BAD_CURSOR,
                        "The cursor is none of this list with these parameters. Follow the links as they are.")
                .about("cursor", null));
    }

    Problem problem() {
        return problem;
    }
}
