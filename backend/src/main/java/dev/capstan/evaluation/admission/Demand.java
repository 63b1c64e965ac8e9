package dev.capstan.evaluation.admission;

/** What one object of a mechanism demands of pods, as far as capabilities go. */
sealed interface Demand {

    /** Of every pod, this. */
    record Allows(AllowList list) implements Demand {}

    /** Something, but not of every pod, or not of every capability. */
    record Some() implements Demand {}

    /** Nothing. */
    record Nothing() implements Demand {}

    /** How much that keeps out by itself. */
    default Strength strength() {
        return switch (this) {
            case Allows(AllowList list) -> list.strength();
            case Some() -> Strength.PARTIAL;
            case Nothing() -> Strength.NONE;
        };
    }
}
