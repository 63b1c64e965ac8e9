package dev.capstan.simulator.demo;

import dev.capstan.simulator.world.Dice;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Image tags as releases go by. */
final class Images {
    private static final Pattern LAST_NUMBER = Pattern.compile("^(.*:.*?)(\\d+)(\\D*)$");

    private Images() {}

    /** The image so many patch releases later: the last number of its tag counts up. */
    static String later(String image, int releases) {
        Matcher matcher = LAST_NUMBER.matcher(image);
        if (releases == 0 || !matcher.matches()) {
            return image;
        }
        return matcher.group(1) + (Long.parseLong(matcher.group(2)) + releases) + matcher.group(3);
    }

    /** The version of a service of one's own: every third release is a minor one. */
    static String version(Dice service, int releases) {
        int major = 1 + service.of("major").below(6);
        int minor = service.of("minor").below(40) + releases / 3;
        return major + "." + minor + "." + releases % 3;
    }
}
