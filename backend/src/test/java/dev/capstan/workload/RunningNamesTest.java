package dev.capstan.workload;

import static dev.capstan.workload.History.DAY_1;
import static dev.capstan.workload.History.fact;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningNamesTest {

    private static final Instant DAY_2 = DAY_1.plus(Duration.ofDays(1));
    private static final Instant DAY_3 = DAY_1.plus(Duration.ofDays(2));

    private final History history = new History();

    @Test
    void namesComeAndGoWithTheSnapshotsThatHaveThem() {
        history.record(
                DAY_1,
                fact("cart", "app", "registry.test/cart:1", 3),
                fact("cart", "log", "registry.test/log:1", 3),
                fact("pay", "log", "registry.test/log:1", 1));
        assertThat(names())
                .containsExactly("IMAGE registry.test/cart:1 1", "IMAGE registry.test/log:1 2", "NAMESPACE shop 2");

        history.record(DAY_2, fact("cart", "app", "registry.test/cart:2", 3));
        assertThat(names()).containsExactly("IMAGE registry.test/cart:2 1", "NAMESPACE shop 1");

        history.record(DAY_3);
        assertThat(names()).isEmpty();
    }

    @Test
    void whatIsAsBeforeIsLeftAlone() {
        history.record(DAY_1, fact("cart", "app", "registry.test/cart:1", 3));
        List<String> before = rowVersions();

        history.record(DAY_2, fact("cart", "app", "registry.test/cart:1", 9));

        assertThat(rowVersions()).isEqualTo(before);
    }

    private List<String> names() {
        return history.jdbc
                .sql("select kind || ' ' || name || ' ' || workloads from running_name order by 1")
                .query(String.class)
                .list();
    }

    private List<String> rowVersions() {
        return history.jdbc
                .sql("select xmin::text from running_name order by 1")
                .query(String.class)
                .list();
    }
}
