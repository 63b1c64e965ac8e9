package dev.capstan.bench;

import dev.capstan.benchmark.Control;
import java.util.SplittableRandom;

/**
 * One thing that a person does on a screen, with all that the screen then reads.
 *
 * @param target what 95 of 100 must take at most, in milliseconds
 * @param share how often people do it, against the other steps
 */
record Step(String name, int target, int share, Read read) {

    /** What the screen reads. */
    interface Read {
        void run(Person person);
    }

    /**
     * Who looks.
     *
     * @param control what they have chosen
     */
    record Person(SplittableRandom random, Control control) {}
}
