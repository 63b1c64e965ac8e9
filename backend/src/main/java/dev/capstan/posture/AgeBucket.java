package dev.capstan.posture;

/** How many whole days open findings have been open. */
public enum AgeBucket {
    UP_TO_7(0, 7),
    UP_TO_30(8, 30),
    UP_TO_90(31, 90),
    UP_TO_180(91, 180),
    OVER_180(181, Integer.MAX_VALUE);

    private final int from;
    private final int to;

    AgeBucket(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** The least days, included. */
    public int from() {
        return from;
    }

    /** The most days, included. */
    public int to() {
        return to;
    }
}
