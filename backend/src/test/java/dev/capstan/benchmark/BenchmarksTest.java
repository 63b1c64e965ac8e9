package dev.capstan.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Benchmark.Platform;
import dev.capstan.benchmark.Listing.Absent;
import dev.capstan.benchmark.Listing.Assessment;
import dev.capstan.benchmark.Listing.Dissent;
import dev.capstan.benchmark.Listing.Level;
import dev.capstan.benchmark.Listing.Listed;
import dev.capstan.benchmark.Listing.Unknown;
import dev.capstan.benchmark.catalogue.CatalogueFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the benchmarks list the controls. */
class BenchmarksTest {

    private final Benchmarks benchmarks = new Benchmarks(CatalogueFiles.read());

    @ParameterizedTest
    @CsvSource({
        "PRIVILEGED, 4.2.1, ONE, AUTOMATED",
        "NET_RAW, 4.2.7, ONE, AUTOMATED",
        "ADDED, 4.2.8, ONE, AUTOMATED",
        "ASSIGNED, 4.2.9, TWO, MANUAL"
    })
    void theFirstBenchmarkForAksHasAllFourControlsAndIsTheDefault(
            Control control, String number, Level level, Assessment assessment) {
        assertThat(benchmarks.defaultBenchmark().title()).isEqualTo("CIS Azure Kubernetes Service (AKS) Benchmark 1.0");
        assertThat(benchmarks.defaultBenchmark().listing(control)).isInstanceOfSatisfying(Listed.class, listed -> {
            assertThat(listed.number()).isEqualTo(number);
            assertThat(listed.level()).isEqualTo(level);
            assertThat(listed.assessment()).isEqualTo(assessment);
            assertThat(listed.sources()).containsExactly("kube-bench");
        });
    }

    @Test
    void theLatestBenchmarkForAksSaysThatItLacksTheControlAndWhoSaysOtherwise() {
        assertThat(find("cis-aks-1.8.0").listing(Control.ADDED)).isInstanceOfSatisfying(Absent.class, absent -> {
            assertThat(absent.why()).contains("4.2.5");
            assertThat(absent.sources()).containsExactly("kube-bench");
            assertThat(absent.otherwise())
                    .containsExactly(new Dissent("Kubescape", "Still lists the control as 4.2.7."));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "cis-aks-1.2.0, 4.2.7, 4.2.8",
        "cis-aks-1.3, 4.2.7, 4.2.8",
        "cis-kubernetes-1.5, 5.2.8, 5.2.9",
        "cis-kubernetes-1.20, 5.2.8, 5.2.9",
        "cis-kubernetes-1.24, 5.2.9, 5.2.10",
        "cis-kubernetes-1.11, 5.2.9, 5.2.10",
        "cis-eks-1.4, 4.2.7, 4.2.8",
        "cis-gke-1.2, 4.2.8, 4.2.9",
        "cis-openshift-1.0, 5.2.8, 5.2.9",
        "cis-openshift-1.8, 5.2.8, 5.2.9"
    })
    void theNumbersOfTheTwoControlsOnAddingFollowTheVersion(String id, String added, String assigned) {
        assertThat(number(id, Control.ADDED)).isEqualTo(added);
        assertThat(number(id, Control.ASSIGNED)).isEqualTo(assigned);
    }

    @Test
    void whereAControlWasRemovedTheNextOneTookItsNumberAndBothReadingsAreKept() {
        Benchmark latest = find("cis-kubernetes-1.12");

        assertThat(latest.listing(Control.ADDED))
                .isInstanceOfSatisfying(
                        Absent.class, absent -> assertThat(absent.otherwise()).hasSize(2));
        assertThat(latest.listing(Control.ASSIGNED)).isInstanceOfSatisfying(Listed.class, listed -> {
            assertThat(listed.number()).isEqualTo("5.2.9");
            assertThat(listed.otherwise()).extracting(Dissent::says).containsOnly("Still lists the control as 5.2.10.");
        });
    }

    @Test
    void whatWasNotLookedUpIsToldApartFromWhatIsMissing() {
        assertThat(find("cis-aks-1.8.0").listing(Control.PRIVILEGED)).isInstanceOf(Unknown.class);
        assertThat(find("cis-gke-1.6").listing(Control.ADDED))
                .isInstanceOfSatisfying(
                        Absent.class,
                        absent -> assertThat(absent.why()).contains("4.2.1").contains("baseline"));
    }

    @Test
    void theBenchmarksAreInReadingOrderPlatformByPlatform() {
        assertThat(benchmarks.all()).hasSize(33);
        assertThat(benchmarks.all().stream().map(Benchmark::platform).distinct())
                .containsExactly(Platform.AKS, Platform.KUBERNETES, Platform.EKS, Platform.GKE, Platform.OPENSHIFT);
        assertThat(benchmarks.all())
                .filteredOn(b -> b.platform() == Platform.AKS)
                .extracting(Benchmark::version)
                .containsExactly("1.0", "1.2.0", "1.3", "1.5.0", "1.7.0", "1.8.0");
    }

    @Test
    void aBenchmarkThatDoesNotExistIsNotFound() {
        assertThat(benchmarks.find("cis-aks-0.9")).isEmpty();
        assertThat(benchmarks.about()).contains("source");
    }

    @ParameterizedTest
    @EnumSource
    void everyCapabilityHasAText(Capability capability) {
        CapabilityText text = benchmarks.capability(capability);

        assertThat(text.capability()).isEqualTo(capability);
        assertThat(List.of(text.allows(), text.danger()))
                .allSatisfy(sentence -> assertThat(sentence).endsWith("."));
    }

    @Test
    void onlyNetBindServiceMayBeAddedUnderTheRestrictedStandardAndThirteenUnderTheBaseline() {
        assertThat(Capability.values())
                .filteredOn(c -> mayAdd(c, PodSecurityStandard.RESTRICTED))
                .containsExactly(Capability.NET_BIND_SERVICE);
        assertThat(Capability.values())
                .filteredOn(c -> mayAdd(c, PodSecurityStandard.BASELINE))
                .hasSize(13)
                .allMatch(Capability::givenByDefault)
                .doesNotContain(Capability.NET_RAW);
    }

    private boolean mayAdd(Capability capability, PodSecurityStandard standard) {
        return benchmarks.capability(capability).mayAdd().contains(standard);
    }

    private Benchmark find(String id) {
        return benchmarks.find(id).orElseThrow();
    }

    private String number(String id, Control control) {
        return ((Listed) find(id).listing(control)).number();
    }
}
