package dev.capstan.bench;

import dev.capstan.benchmark.Control;

/** Units by control and by what is counted of them, in the order of a point's columns. */
final class Counts {

    static final int PASSING = 0;
    static final int FAILING = 1;
    static final int NOT_ASSESSED = 2;
    static final int NOT_APPLICABLE = 3;
    static final int PLATFORM_PASSING = 4;
    static final int PLATFORM_FAILING = 5;
    static final int INJECTED_PASSING = 6;
    static final int INJECTED_FAILING = 7;
    static final int COLUMNS = 8;

    final int[][] of;

    private Counts(int controls) {
        of = new int[controls][COLUMNS];
    }

    static Counts none() {
        return new Counts(Control.values().length);
    }

    void add(Counts other, int times) {
        for (int i = 0; i < of.length; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                of[i][j] += times * other.of[i][j];
            }
        }
    }
}
