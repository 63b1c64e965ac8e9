package dev.capstan.ui.posture;

import com.vaadin.flow.router.QueryParameters;
import dev.capstan.posture.ClusterFilter;
import dev.capstan.posture.Grouping;
import dev.capstan.posture.Tag;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What scores are told apart by, as a URL says it.
 *
 * @param dimension subscription, tag, namespace or owner
 * @param tag the tag's name where the dimension is the tag, else empty
 */
record ScoresBy(Dimension dimension, String tag) {

    static final ScoresBy USUAL = new ScoresBy(Dimension.SUBSCRIPTION, "");

    // Tags that tell environments apart go before the others.
    private static final List<String> ENVIRONMENT = List.of("environment", "env", "tier");

    /** What scores can be told apart by on a screen. */
    enum Dimension {
        SUBSCRIPTION("Subscription"),
        TAG("Tag"),
        NAMESPACE("Namespace"),
        OWNER("Owner");

        private final String word;

        Dimension(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        private String parameter() {
            return word.toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param tagNames the names of the tags that there are; asked only when one is needed */
    static ScoresBy read(QueryParameters parameters, Supplier<List<String>> tagNames) {
        String given = parameters.getSingleParameter("by").orElse("");
        Dimension dimension = Stream.of(Dimension.values())
                .filter(each -> each.parameter().equals(given))
                .findAny()
                .orElse(Dimension.SUBSCRIPTION);
        return dimension == Dimension.TAG
                ? new ScoresBy(
                        dimension, Navigation.given(parameters, "name").orElseGet(() -> usualTag(tagNames.get())))
                : new ScoresBy(dimension, "");
    }

    static String usualTag(List<String> names) {
        return ENVIRONMENT.stream()
                .filter(names::contains)
                .findFirst()
                .or(() -> names.stream().findFirst())
                .orElse("environment");
    }

    Map<String, @Nullable String> parameters() {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("by", dimension == Dimension.SUBSCRIPTION ? "" : dimension.parameter());
        parameters.put("name", tag);
        return parameters;
    }

    Grouping grouping() {
        return switch (dimension) {
            case SUBSCRIPTION -> new Grouping.BySubscription();
            case TAG -> new Grouping.ByTag(tag);
            case NAMESPACE -> new Grouping.ByNamespace();
            case OWNER -> new Grouping.ByOwner();
        };
    }

    /** What the groups are, in a word. */
    String word() {
        return dimension == Dimension.TAG ? tag : dimension.word();
    }

    /** What a group is called. */
    String nameOf(@Nullable String group) {
        return group != null
                ? group
                : switch (dimension) {
                    case SUBSCRIPTION, NAMESPACE -> "–";
                    case TAG -> "Without the tag";
                    case OWNER -> "Nobody";
                };
    }

    /** Where what the group holds is listed; empty where no list can be narrowed down to it. */
    Optional<String> url(@Nullable String group, Standpoint standpoint) {
        return switch (dimension) {
            case SUBSCRIPTION ->
                Optional.ofNullable(group).map(name -> clusters(ClusterFilter.ALL.withSubscription(name), standpoint));
            case TAG ->
                Optional.ofNullable(group)
                        .map(value -> clusters(ClusterFilter.ALL.withTag(new Tag(tag, value)), standpoint));
            case NAMESPACE ->
                Optional.ofNullable(group)
                        .map(name -> workloads(WorkloadFilter.SCORED.withNamespace(name), standpoint));
            case OWNER -> Optional.of(Navigation.owner(group, standpoint));
        };
    }

    private static String clusters(ClusterFilter filter, Standpoint standpoint) {
        return new ClustersState(standpoint, filter, null, "").url();
    }

    private static String workloads(WorkloadFilter filter, Standpoint standpoint) {
        return WorkloadLinks.to(filter.withFailingOnly(true), standpoint);
    }
}
