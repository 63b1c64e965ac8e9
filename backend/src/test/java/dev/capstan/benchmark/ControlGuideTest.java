package dev.capstan.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.ControlGuide.Criterion;
import dev.capstan.benchmark.ControlGuide.PolicyGuide;
import dev.capstan.benchmark.ControlGuide.Step;
import dev.capstan.benchmark.catalogue.CatalogueFiles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the guides tell people to do. */
class ControlGuideTest {

    private final Catalogue catalogue = CatalogueFiles.read();

    @ParameterizedTest
    @EnumSource
    void everyGuideTellsAllThatABenchmarkTells(Control control) {
        ControlGuide guide = guide(control);

        assertThat(List.of(guide.title(), guide.description(), guide.rationale(), guide.defaultValue()))
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(List.of(
                        guide.pros(),
                        guide.cons(),
                        guide.prerequisites(),
                        guide.judged(),
                        guide.test().portal(),
                        guide.test().cli(),
                        guide.implementation().portal(),
                        guide.implementation().cli(),
                        guide.policies(),
                        guide.backout().portal(),
                        guide.backout().cli()))
                .allSatisfy(part -> assertThat(part).isNotEmpty());
    }

    @Test
    void addedCapabilitiesCanBeJudgedInTwoWays() {
        assertThat(guide(Control.ADDED).judged()).extracting(Criterion::id).containsExactly("strict", "beyond-default");
    }

    @ParameterizedTest
    @EnumSource
    void theAuditByHandLooksIntoAllKindsOfContainer(Control control) {
        assertThat(guide(control).test().cli().stream().map(Step::command).filter(Objects::nonNull))
                .filteredOn(command -> command.startsWith("kubectl get pods "))
                .isNotEmpty()
                .allSatisfy(command -> assertThat(command)
                        .contains("--all-namespaces", ".spec.containers[", ".spec.initContainers[")
                        .contains(".spec.ephemeralContainers["));
    }

    @ParameterizedTest
    @EnumSource
    void podSecurityPoliciesAreOfferedForClustersThatStillHaveThemOnly(Control control) {
        assertThat(guide(control).policies())
                .extracting(PolicyGuide::name, PolicyGuide::since, PolicyGuide::until)
                .map(tuple -> tuple.toList().toString())
                .containsExactly(
                        "[Pod Security Admission, 1.23, null]",
                        "[ValidatingAdmissionPolicy, 1.30, null]",
                        "[Azure Policy, null, null]",
                        "[PodSecurityPolicy, null, 1.24]");
    }

    @ParameterizedTest
    @EnumSource
    void everyPolicyIsAppliedAndTakenAwayByCommandsThatNameTheSameObject(Control control) {
        assertThat(guide(control).policies()).allSatisfy(policy -> {
            assertThat(commands(policy.backout())).isNotEmpty();
            manifests(policy)
                    .map(manifest -> (Map<?, ?>) Objects.requireNonNull(manifest.get("metadata")))
                    .map(metadata -> String.valueOf(metadata.get("name")))
                    .forEach(name -> assertThat(commands(policy.backout())).contains(name));
        });
    }

    @ParameterizedTest
    @EnumSource
    void theManifestsOfPoliciesAreWholeObjects(Control control) {
        assertThat(guide(control).policies().stream()
                        .flatMap(ControlGuideTest::manifests)
                        .map(manifest -> manifest.get("apiVersion") + " " + manifest.get("kind")))
                .containsExactly(
                        "admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy",
                        "admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding",
                        "policy/v1beta1 PodSecurityPolicy");
    }

    private ControlGuide guide(Control control) {
        return Objects.requireNonNull(catalogue.guides().get(control));
    }

    private static String commands(List<Step> steps) {
        return String.join(
                "\n", steps.stream().map(Step::command).filter(Objects::nonNull).toList());
    }

    private static Stream<Map<?, ?>> manifests(PolicyGuide policy) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return policy.apply().stream()
                .map(Step::manifest)
                .filter(Objects::nonNull)
                .flatMap(manifest -> StreamSupport.stream(yaml.loadAll(manifest).spliterator(), false))
                .map(document -> (Map<?, ?>) document);
    }
}
