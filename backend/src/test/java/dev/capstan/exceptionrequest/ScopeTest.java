package dev.capstan.exceptionrequest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.fleet.ClusterId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static final Target AGENT = new Target(
            new ClusterId(1),
            Map.of("env", "prod"),
            "monitoring",
            "DaemonSet",
            "agent",
            "collector",
            "registry.example/agent");

    @Test
    void everyKindOfThingMustAgree() {
        assertThat(in("monitoring", "agent").covers(AGENT)).isTrue();
        assertThat(in("monitoring", "other").covers(AGENT)).isFalse();
        assertThat(in("other", "agent").covers(AGENT)).isFalse();
    }

    @Test
    void withinAKindAnyNameWillDo() {
        Scope scope = scope(Set.of(), null, Set.of("other", "monitoring"), Set.of(), Set.of(), Set.of(), Set.of());

        assertThat(scope.covers(AGENT)).isTrue();
    }

    @Test
    void eachKindNarrowsByItself() {
        Set<String> no = Set.of("another");
        Set<String> any = Set.of();
        assertThat(scope(Set.of(new ClusterId(1)), null, any, any, any, any, any)
                        .covers(AGENT))
                .isTrue();
        assertThat(scope(Set.of(new ClusterId(2)), null, any, any, any, any, any)
                        .covers(AGENT))
                .isFalse();
        assertThat(scope(Set.of(), new Scope.ClusterTag("env", "prod"), any, any, any, any, any)
                        .covers(AGENT))
                .isTrue();
        assertThat(scope(Set.of(), new Scope.ClusterTag("env", "test"), any, any, any, any, any)
                        .covers(AGENT))
                .isFalse();
        assertThat(scope(Set.of(), null, no, any, any, any, any).covers(AGENT)).isFalse();
        assertThat(scope(Set.of(), null, any, no, any, any, any).covers(AGENT)).isFalse();
        assertThat(scope(Set.of(), null, any, any, no, any, any).covers(AGENT)).isFalse();
        assertThat(scope(Set.of(), null, any, any, any, no, any).covers(AGENT)).isFalse();
        assertThat(scope(Set.of(), null, any, any, any, any, no).covers(AGENT)).isFalse();
    }

    @Test
    void namesAreTakenAsTheyAre() {
        assertThat(in("monitoring", "Agent").covers(AGENT)).isFalse();
        assertThat(in("monitoring", "agent*").covers(AGENT)).isFalse();
    }

    @Test
    void aKindOfWorkloadAloneIsNotNarrow() {
        Set<String> any = Set.of();
        assertThat(scope(Set.of(), null, any, Set.of("DaemonSet"), any, any, any)
                        .isNarrow())
                .isFalse();
        assertThat(scope(Set.of(), null, any, any, any, any, any).isNarrow()).isFalse();
        assertThat(scope(Set.of(), null, any, any, any, any, Set.of("a")).isNarrow())
                .isTrue();
        assertThat(scope(Set.of(), new Scope.ClusterTag("a", "b"), any, any, any, any, any)
                        .isNarrow())
                .isTrue();
    }

    @Test
    void aContainerSaysMoreThanItsWorkloadAndThatMoreThanAllThatIsAroundIt() {
        Set<String> any = Set.of();
        Set<String> one = Set.of("a");
        Scope container = scope(Set.of(), null, any, any, any, one, any);
        Scope workload = scope(Set.of(), null, any, one, one, any, any);
        Scope around = scope(Set.of(new ClusterId(1)), new Scope.ClusterTag("a", "b"), one, one, any, any, one);

        assertThat(container.specificity()).isGreaterThan(workload.specificity());
        assertThat(workload.specificity()).isGreaterThan(around.specificity());
    }

    private static Scope in(String namespace, String workload) {
        return scope(Set.of(), null, Set.of(namespace), Set.of(), Set.of(workload), Set.of(), Set.of());
    }

    private static Scope scope(
            Set<ClusterId> clusters,
            Scope.ClusterTag tag,
            Set<String> namespaces,
            Set<String> kinds,
            Set<String> workloads,
            Set<String> containers,
            Set<String> repositories) {
        return new Scope(clusters, tag, namespaces, kinds, workloads, containers, repositories);
    }
}
