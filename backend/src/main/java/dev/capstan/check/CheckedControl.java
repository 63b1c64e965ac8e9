package dev.capstan.check;

import dev.capstan.benchmark.Control;
import dev.capstan.evaluation.AddedReading;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A control as the command names it: each of the two readings of added capabilities is one of its own. */
enum CheckedControl {
    ADDED_STRICT("added-strict", Control.ADDED, AddedReading.STRICT),
    ADDED_BEYOND_DEFAULT("added-beyond-default", Control.ADDED, AddedReading.BEYOND_DEFAULT),
    ASSIGNED("assigned", Control.ASSIGNED, AddedReading.STRICT),
    NET_RAW("net-raw", Control.NET_RAW, AddedReading.STRICT),
    PRIVILEGED("privileged", Control.PRIVILEGED, AddedReading.STRICT);

    private final String spelling;
    private final Control control;
    private final AddedReading reading;

    CheckedControl(String spelling, Control control, AddedReading reading) {
        this.spelling = spelling;
        this.control = control;
        this.reading = reading;
    }

    String spelling() {
        return spelling;
    }

    Control control() {
        return control;
    }

    /** Under which reading its verdict is to be asked for; the other controls are the same under both. */
    AddedReading reading() {
        return reading;
    }

    static Optional<CheckedControl> spelled(String spelling) {
        return Arrays.stream(values())
                .filter(control -> control.spelling.equals(spelling))
                .findFirst();
    }

    static String spellings() {
        return Arrays.stream(values()).map(CheckedControl::spelling).collect(Collectors.joining(", "));
    }
}
