package dev.capstan.ownership;

import dev.capstan.ownership.AskingAgain.Asked;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks rules that do not hold yet, and writes nothing. */
@Component
class OwnersTrial {

    private static final int EXAMPLES = 8;

    private final AskingAgain asking;
    private final JdbcClient jdbc;

    OwnersTrial(AskingAgain asking, JdbcClient jdbc) {
        this.asking = asking;
        this.jdbc = jdbc;
    }

    /** Needs a transaction. */
    OwnersPreview of(OwnerRules rules) {
        Count count = new Count(rules);
        try (Stream<Asked> running = asking.running(rules)) {
            running.forEach(count::add);
        }
        return count.preview(names());
    }

    private Map<Long, String> names() {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("select id, name from cluster").query(row -> {
            names.put(row.getLong("id"), row.getString("name"));
        });
        return names;
    }

    private static final class Count {

        private final OwnerRules rules;
        private final long[] byRule;
        private final Map<String, Long> owners = new HashMap<>();
        // One for each change, so that the commonest does not hide the others.
        private final Map<String, Asked> examples = new HashMap<>();
        private long workloads;
        private long unowned;
        private long gained;
        private long lost;
        private long changed;

        Count(OwnerRules rules) {
            this.rules = rules;
            this.byRule = new long[rules.rules().size()];
        }

        void add(Asked asked) {
            workloads++;
            String after = ask(asked);
            if (after == null) {
                unowned++;
            } else {
                owners.merge(after, 1L, Long::sum);
            }
            if (Objects.equals(asked.before(), after)) {
                return;
            }
            if (asked.before() == null) {
                gained++;
            } else if (after == null) {
                lost++;
            } else {
                changed++;
            }
            if (examples.size() < EXAMPLES) {
                examples.putIfAbsent(asked.before() + "\n" + after, asked);
            }
        }

        private @Nullable String ask(Asked asked) {
            for (int i = 0; i < byRule.length; i++) {
                String owner = rules.rules().get(i).ownerOf(asked.owned());
                if (owner != null) {
                    byRule[i]++;
                    return owner;
                }
            }
            return null;
        }

        OwnersPreview preview(Map<Long, String> clusters) {
            return new OwnersPreview(
                    workloads,
                    unowned,
                    gained,
                    lost,
                    changed,
                    owners.entrySet().stream()
                            .map(owner -> new OwnersPreview.Owner(owner.getKey(), owner.getValue()))
                            .sorted(Comparator.comparingLong(OwnersPreview.Owner::workloads)
                                    .reversed()
                                    .thenComparing(OwnersPreview.Owner::name))
                            .toList(),
                    Arrays.stream(byRule).boxed().toList(),
                    examples.values().stream()
                            .sorted(Comparator.comparingLong(Asked::cluster)
                                    .thenComparing(Asked::namespace)
                                    .thenComparing(Asked::name))
                            .map(asked -> new OwnersPreview.Example(
                                    clusters.getOrDefault(asked.cluster(), ""),
                                    asked.namespace(),
                                    asked.name(),
                                    asked.before(),
                                    rules.ownerOf(asked.owned())))
                            .toList());
        }
    }
}
