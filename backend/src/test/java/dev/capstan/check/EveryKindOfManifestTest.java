package dev.capstan.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.Judgement;
import dev.capstan.evaluation.Setting;
import dev.capstan.evaluation.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever a manifest is wrapped in and however it is written, the command says what the evaluation says. */
class EveryKindOfManifestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "drop [ALL]",
                "drop [all]",
                "drop [ALL] add [NET_BIND_SERVICE]",
                "drop [ALL] add [NET_BIND_SERVICE NET_BIND_SERVICE]",
                "drop [ALL] add [CHOWN]",
                "add [CHOWN]",
                "add [NET_RAW]",
                "add [SYS_ADMIN]",
                "add [sys_admin]",
                "drop [ALL] add [NET_ADMIN]",
                "add [ALL]",
                "add [ALL] drop [ALL]",
                "add [CAP_SYS_ADMIN]",
                "add [FOO]",
                "add [*]",
                "drop [*]",
                "drop [CAP_NET_RAW]",
                "drop [NET_RAW]",
                "drop [every name one by one]",
                "add [SYS_PTRACE] drop [SYS_PTRACE]",
                "privileged",
                "privileged drop [ALL]",
                "uid 65534, no-escalation, drop [ALL] add [SYS_TIME]",
                "non-root no-escalation add [SYS_TIME]",
                "user-namespace add [SYS_ADMIN]",
                "windows",
                "windows privileged",
                "cri-o",
                "cri-o add [CAP_SYS_ADMIN]",
                "docker drop [CAP_NET_RAW]"
            })
    void isJudgedAsTheEvaluationJudgesItsSettings(String words) {
        ContainerSettings settings = Setting.of(words);
        String runtime = settings.runtime().title();
        List<String> expected = new ArrayList<>();
        for (String containerKind : List.of("init", "sidecar", "app", "ephemeral")) {
            expected.addAll(expected(settings, containerKind, Set.of()));
        }
        for (String kind : Manifests.KINDS) {
            Map<String, Object> object = Manifests.object(kind, "web", Manifests.podOfAllKinds(settings));
            for (String text : List.of(Manifests.yaml(object), Manifests.json(object))) {
                Run run = Run.on(text, "--output", "json", "--runtime", runtime);
                assertThat(run.elements().stream().map(EveryKindOfManifestTest::told))
                        .as("%s: %s", kind, text)
                        .containsExactlyElementsOf(expected);
                assertThat(run.elements())
                        .allMatch(element -> element.path("kind").asString().equals(kind));
                assertThat(run.code())
                        .isEqualTo(
                                expected.stream().anyMatch(line -> line.contains("[fail]")) ? Check.FAIL : Check.PASS);
                assertThat(run.err()).isEmpty();
            }
        }
    }

    @Test
    void whatIsAllowedMayBeAdded() {
        ContainerSettings settings = Setting.of("drop [ALL] add [NET_BIND_SERVICE]");
        String pod = Manifests.yaml(Manifests.object("Pod", "web", Manifests.pod(settings)));
        for (String name : List.of("NET_BIND_SERVICE", "cap_net_bind_service", "CHOWN,net_bind_service")) {
            assertThat(Run.on(pod, "--allow", name).code()).as(name).isEqualTo(Check.PASS);
        }
        assertThat(Run.on(pod).code()).isEqualTo(Check.FAIL);
        assertThat(Run.on(pod, "--control=assigned,net-raw", "--control", "privileged")
                        .code())
                .isEqualTo(Check.PASS);
    }

    @Test
    void severalDocumentsAndListsAreJudgedItemByItem() {
        Map<String, Object> pod = Manifests.object("Pod", "one", Manifests.pod(Setting.of("privileged")));
        Map<String, Object> deployment = Manifests.object("Deployment", "two", Manifests.pod(Setting.of("drop [ALL]")));
        Map<String, Object> untyped = new LinkedHashMap<>(pod);
        untyped.remove("kind");
        untyped.remove("apiVersion");
        List<String> texts = List.of(
                Manifests.yaml(pod) + "---\n" + Manifests.yaml(deployment),
                "---\n# nothing\n---\n" + Manifests.json(pod) + "\n---\n" + Manifests.yaml(deployment) + "...\n---\n",
                Manifests.json(pod) + Manifests.json(deployment),
                Manifests.yaml(Map.of("apiVersion", "v1", "kind", "List", "items", List.of(pod, deployment))),
                Manifests.json(Map.of("apiVersion", "v1", "kind", "PodList", "items", List.of(untyped, deployment))),
                "{apiVersion: v1, kind: List, items: [" + Manifests.json(pod) + ", " + Manifests.json(deployment)
                        + "]}");
        for (String text : texts) {
            Run run = Run.on(text, "--output=json", "--control=privileged");
            assertThat(run.elements().stream()
                            .map(element -> element.path("name").asString() + " "
                                    + element.path("verdict").asString()))
                    .as(text)
                    .containsExactly("one fail", "two pass");
        }
    }

    @Test
    void mergeKeysAndAliasesAreFollowed() {
        Run run = Run.on("""
                apiVersion: v1
                kind: Pod
                x-common: &common
                  securityContext: {capabilities: {drop: [ALL], add: &adds [SYS_ADMIN]}}
                metadata: {name: a}
                spec:
                  containers:
                  - <<: *common
                    name: merged
                  - <<: [*common]
                    name: own
                    securityContext: {capabilities: {add: *adds}}
                """, "--output=json", "--control=net-raw");
        assertThat(run.elements().stream().map(EveryKindOfManifestTest::told))
                .containsExactly(
                        "app net-raw [pass] [SYS_ADMIN] 0",
                        told(Setting.of("add [SYS_ADMIN]"), "app", CheckedControl.NET_RAW, Set.of()));
    }

    private static List<String> expected(ContainerSettings settings, String containerKind, Set<Capability> allowed) {
        List<String> expected = new ArrayList<>();
        for (CheckedControl control : CheckedControl.values()) {
            expected.add(told(settings, containerKind, control, allowed));
        }
        return expected;
    }

    private static String told(
            ContainerSettings settings, String containerKind, CheckedControl checked, Set<Capability> allowed) {
        AddedReading reading =
                checked == CheckedControl.ADDED_BEYOND_DEFAULT ? AddedReading.BEYOND_DEFAULT : AddedReading.STRICT;
        Control control = switch (checked) {
            case ADDED_STRICT, ADDED_BEYOND_DEFAULT -> Control.ADDED;
            case ASSIGNED -> Control.ASSIGNED;
            case NET_RAW -> Control.NET_RAW;
            case PRIVILEGED -> Control.PRIVILEGED;
        };
        Judgement judgement = Evaluation.judge(settings, new Criteria(reading, allowed, Map.of()));
        String verdict = switch (judgement.verdicts().get(control)) {
            case Verdict.Pass() -> "[pass]";
            case Verdict.Fail(List<String> reasons) -> "[fail]" + reasons;
            case Verdict.NotAssessed(String missing) -> "[not-assessed]" + missing;
            case Verdict.NotApplicable(String why) -> "[not-applicable][" + why + "]";
        };
        return "%s %s %s %s %d"
                .formatted(
                        containerKind,
                        checked.spelling(),
                        verdict,
                        judgement.effective().stream().sorted().toList(),
                        judgement.warnings().size());
    }

    private static String told(JsonNode element) {
        List<String> reasons = texts(element.path("reasons"));
        return "%s %s [%s]%s %s %d"
                .formatted(
                        element.path("containerKind").asString(),
                        element.path("control").asString(),
                        element.path("verdict").asString(),
                        reasons.isEmpty() ? "" : reasons,
                        texts(element.path("effective")),
                        element.path("warnings").size());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
