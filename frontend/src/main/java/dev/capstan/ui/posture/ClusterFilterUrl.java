package dev.capstan.ui.posture;

import com.vaadin.flow.router.QueryParameters;
import dev.capstan.posture.ClusterFilter;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.Tag;
import dev.capstan.ui.Navigation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a filter of clusters stands in a URL. Where the URL says nonsense it says nothing. */
final class ClusterFilterUrl {

    private ClusterFilterUrl() {}

    static ClusterFilter read(QueryParameters parameters) {
        return ClusterFilter.ALL
                .withText(parameters.getSingleParameter("q").orElse(""))
                .withSubscription(Navigation.given(parameters, "subscription").orElse(null))
                .withResourceGroup(Navigation.given(parameters, "group").orElse(null))
                .withTag(Navigation.given(parameters, "tag")
                        .flatMap(ClusterFilterUrl::tag)
                        .orElse(null))
                .withFreshness(parameters
                        .getSingleParameter("freshness")
                        .flatMap(given -> Arrays.stream(Freshness.values())
                                .filter(f -> parameter(f).equals(given))
                                .findAny())
                        .orElse(null));
    }

    /** In the order of the fields. */
    static Map<String, @Nullable String> parameters(ClusterFilter filter) {
        Freshness freshness = filter.freshness();
        Tag tag = filter.tag();
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("q", filter.text());
        parameters.put("subscription", filter.subscription());
        parameters.put("group", filter.resourceGroup());
        parameters.put("tag", tag == null ? null : parameter(tag));
        parameters.put("freshness", freshness == null ? null : parameter(freshness));
        return parameters;
    }

    /** The tag as name=value; it ends at the first sign of equality, since names with one are rarer than such values. */
    static String parameter(Tag tag) {
        return tag.name() + "=" + tag.value();
    }

    private static Optional<Tag> tag(String given) {
        int end = given.indexOf('=');
        return end < 1 ? Optional.empty() : Optional.of(new Tag(given.substring(0, end), given.substring(end + 1)));
    }

    private static String parameter(Freshness freshness) {
        return freshness.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
