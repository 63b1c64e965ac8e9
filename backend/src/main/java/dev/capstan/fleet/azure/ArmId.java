package dev.capstan.fleet.azure;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Azure resource id of a managed cluster. Azure answers the same id in different cases, so it is kept in lower case.
 *
 * @param text the whole id, in lower case
 */
public record ArmId(String text, UUID subscription, String resourceGroup, String name) {

    private static final Pattern FORM = Pattern.compile("/subscriptions/([0-9a-f-]{36})/resourcegroups/([^/]+)"
            + "/providers/microsoft\\.containerservice/managedclusters/([^/]+)");

    /**
     * Reads an id in any case.
     *
     * @throws IllegalArgumentException when it is not a managed cluster's id
     */
    public static ArmId parse(String raw) {
        String text = raw.toLowerCase(Locale.ROOT);
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not the resource id of a managed cluster: " + raw);
        }
        return new ArmId(text, UUID.fromString(matcher.group(1)), matcher.group(2), matcher.group(3));
    }
}
