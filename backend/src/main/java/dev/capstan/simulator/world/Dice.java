package dev.capstan.simulator.world;

import java.util.List;
import java.util.UUID;

/**
 * Chance that always falls the same way: every answer is a function of a key alone. Asking one question more or less
 * changes no other answer, which a stream of random numbers cannot promise.
 */
public final class Dice {
    /** The letters that Kubernetes uses in generated names: no vowels, so that no words come about. */
    private static final String SAFE_LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private final long state;

    private Dice(long state) {
        this.state = state;
    }

    /** The root of all chance of one fleet. */
    public static Dice seeded(long seed) {
        return new Dice(mix(seed));
    }

    /** The dice for a narrower question. */
    public Dice of(String question) {
        long hash = state;
        for (int i = 0; i < question.length(); i++) {
            hash = (hash ^ question.charAt(i)) * 0x100000001b3L;
        }
        return new Dice(mix(hash));
    }

    /** The dice for the n-th question of a row. */
    public Dice of(long n) {
        return new Dice(mix(state ^ mix(n)));
    }

    /** A number from 0 to 1, 1 never reached. */
    public double unit() {
        return (state >>> 11) * 0x1.0p-53;
    }

    /** A whole number from 0 to bound, bound never reached. */
    public int below(int bound) {
        return (int) (unit() * bound);
    }

    /** Whether something of this probability happens. */
    public boolean chance(double probability) {
        return unit() < probability;
    }

    /** A waiting time of the given mean, exponentially distributed, in the mean's unit. */
    public double wait(double mean) {
        return -mean * Math.log(1 - unit());
    }

    /** One of the choices. */
    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** A version 4 UUID. */
    public UUID uuid() {
        long low = mix(state + 1);
        return new UUID(
                (state & 0xffffffffffff0fffL) | 0x0000000000004000L, (low & 0x3fffffffffffffffL) | 0x8000000000000000L);
    }

    /** Letters as in a generated Kubernetes name; at most 13. */
    public String letters(int count) {
        char[] letters = new char[count];
        long rest = state >>> 1;
        for (int i = 0; i < count; i++) {
            letters[i] = SAFE_LETTERS.charAt((int) (rest % SAFE_LETTERS.length()));
            rest /= SAFE_LETTERS.length();
        }
        return new String(letters);
    }

    /** Lower-case hexadecimal digits; at most 16. */
    public String hex(int count) {
        return "%016x".formatted(state).substring(0, count);
    }

    private static long mix(long z) {
        long x = z + 0x9e3779b97f4a7c15L;
        x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
