package dev.capstan.evaluation;

import java.util.Collection;

/**
 * Names with wildcards: {@code *} for any letters and {@code ?} for one. Policies here take {@code *}
 * anywhere, Gatekeeper at either end, Kyverno both anywhere; neither letter can stand in a name itself.
 */
public final class Wildcards {

    private Wildcards() {}

    /** Whether any of the patterns matches. */
    public static boolean any(Collection<String> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, name));
    }

    /** In time proportional to both lengths at most, as the pattern comes from a cluster. */
    public static boolean matches(String pattern, String name) {
        int inPattern = 0;
        int inName = 0;
        int star = -1;
        int resume = 0;
        while (inName < name.length()) {
            if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
                star = inPattern++;
                resume = inName;
            } else if (inPattern < pattern.length() && isOne(pattern.charAt(inPattern), name.charAt(inName))) {
                inPattern++;
                inName++;
            } else if (star >= 0) {
                inPattern = star + 1;
                inName = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(inPattern).chars().allMatch(letter -> letter == '*');
    }

    private static boolean isOne(char inPattern, char letter) {
        return inPattern == '?' || inPattern == letter;
    }
}
