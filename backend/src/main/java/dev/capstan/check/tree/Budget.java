package dev.capstan.check.tree;

/** Counts the values that are held at once, so that no input takes more memory than a check is given. */
final class Budget {

    /** Enough for some 50,000 containers; the fields that no control asks for do not stay. */
    private static final long MOST = 1_000_000;

    private long held;

    /** One more value is held. */
    void hold(int line) throws BadInput {
        held++;
        if (held > MOST) {
            throw new BadInput(
                    line,
                    "up to here there are more than a million values, which is more than are judged"
                            + " at once; split the file");
        }
    }

    /** How many values are held. */
    long held() {
        return held;
    }

    /** What was taken up since then is let go again. */
    void backTo(long earlier) {
        held = earlier;
    }
}
