package dev.capstan.benchmark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A broken file is refused, and the message names the place. Each case spoils one line of a real file. */
class BrokenCatalogueTest {

    private static final Map<String, Consumer<YamlNode>> READERS = Map.of(
            "benchmark/benchmarks.yaml", BenchmarkFile::read,
            "benchmark/controls.yaml", ControlFile::read,
            "benchmark/capabilities.yaml", CapabilityFile::read);

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            benchmarks   | default: cis-aks-1.0           | default: cis-aks-9             | "cis-aks-9" is none of cis-aks-1.0, cis-aks-1.2.0
            benchmarks   | - id: cis-aks-1.3              | - id: cis-aks-1.0              | There are two benchmarks with the id cis-aks-1.0.
            benchmarks   | - id: cis-aks-1.3              | - id: CIS AKS                  | "CIS AKS" is not of the form cis-aks-1.0.
            benchmarks   | version: "1.3"                 | version: 1.3                   | A text is expected here
            benchmarks   | platform: eks                  | platform: aws                  | "aws" is none of aks, kubernetes, eks, gke, openshift.
            benchmarks   | number: 4.2.1                  | number: first                  | "first" is not of the form 4.2.8.
            benchmarks   | level: 1                       | level: 3                       | "3" is none of 1, 2, unknown.
            benchmarks   | assessment: automated          | assessment: sometimes          | "sometimes" is none of automated, manual, unknown.
            benchmarks   | sources: [kube-bench]          | sources: []                    | The list is empty.
            benchmarks   | sources: [kube-bench]          | sources: kube-bench            | A list is expected here.
            benchmarks   | - source: Kubescape            | - who: Kubescape               | "source" is missing; there is who, says.
            benchmarks   | net-raw: *ends-at-4-2-5        | net-raw: none                  | Fields with names are expected here.
            benchmarks   | net-raw: *ends-at-4-2-5        | net-raw: *ends                 | This is not YAML: found undefined alias ends
            benchmarks   | net-raw: *ends-at-4-2-5        | rootless: *ends-at-4-2-5       | "net-raw" is missing
            controls     | title: Containers are          | titel: Containers are          | "title" is missing; there is titel, description
            controls     | net-raw:                       | netraw:                        | "net-raw" is missing
            controls     | since: "1.30"                  | since: "30"                    | "30" is not of the form 1.24.
            controls     | pros:                          | pros: &pros []                 | This is not YAML
            controls     | - id: strict                   | - [strict]                     | This is not YAML
            controls     | name: Strict                   | name: ""                       | The text is empty.
            controls     | name: Strict                   | id: strict                     | "id" stands here twice.
            capabilities | CHOWN:                         | CAP_CHOWN:                     | "CHOWN" is missing
            capabilities | number: 8                      | number: eight                  | A whole number is expected here.
            capabilities | number: 8                      | number: 9                      | The number of SETPCAP is 8.
            capabilities | risk: critical                 | risk: high                     | The risk of DAC_READ_SEARCH is critical.
            capabilities | risk: critical                 | risk: severe                   | "severe" is none of low, medium, high, critical.
            capabilities | givenBy: [containerd, docker]  | givenBy: [containerd]          | NET_RAW is given by containerd, docker.
            capabilities | givenBy: [containerd, docker]  | givenBy: [containerd, podman]  | "podman" is none of containerd, cri-o, docker.
            capabilities | mayAdd: [baseline, restricted] | mayAdd: [privileged]           | "privileged" is none of baseline, restricted.
            capabilities | since: "3.16"                  | since: "3"                     | "3" is not of the form 2.6.24.
            """)
    void aSpoiledLineIsNamed(String name, String good, String bad, String wrong) {
        String file = "benchmark/" + name + ".yaml";
        String text = CatalogueFiles.text(file);
        int at = text.indexOf(good);
        assertThat(at).as("%s stands in %s", good, file).isNotNegative();
        String spoiled = text.substring(0, at) + bad + text.substring(at + good.length());

        assertThatThrownBy(() -> read(file, spoiled))
                .isInstanceOf(BrokenCatalogue.class)
                .hasMessageStartingWith(file + ", line ")
                .hasMessageContaining(wrong)
                .satisfies(e -> assertThat(line(e)).isLessThanOrEqualTo(lineAt(text, at) + 1))
                .satisfies(e -> {
                    if (!wrong.contains("missing") && !wrong.contains("not YAML")) {
                        assertThat(line(e)).isEqualTo(lineAt(text, at));
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"benchmark/benchmarks.yaml", "benchmark/controls.yaml", "benchmark/capabilities.yaml"})
    void noKeyCanBeMisspelledAnywhereWithoutNotice(String file) {
        String text = CatalogueFiles.text(file);
        List<ScalarNode> keys = keys(text);
        assertThat(keys).hasSizeGreaterThan(200);

        for (ScalarNode key : keys) {
            int at = text.offsetByCodePoints(0, key.getStartMark().getIndex());
            String spoiled = text.substring(0, at) + "x" + text.substring(at);
            int line = key.getStartMark().getLine() + 1;
            assertThatThrownBy(() -> read(file, spoiled))
                    .as("%s in line %d", key.getValue(), line)
                    .isInstanceOf(BrokenCatalogue.class)
                    .satisfies(e -> assertThat(line(e)).isLessThanOrEqualTo(line))
                    .satisfies(e -> assertThat(e.getMessage())
                            .containsAnyOf(
                                    "line %d: \"x%s\" is unknown here".formatted(line, key.getValue()),
                                    "\" is missing; there is "));
        }
    }

    @Test
    void anEmptyFileATruncatedOneAndAForbiddenCharacterAreNamedToo() {
        assertThatThrownBy(() -> read("benchmark/benchmarks.yaml", "# nothing\n"))
                .hasMessage("benchmark/benchmarks.yaml, line 1: The file is empty.");
        assertThatThrownBy(() -> read("benchmark/benchmarks.yaml", "about: x\nbenchmarks: [{id: a,\n"))
                .hasMessageStartingWith("benchmark/benchmarks.yaml, line 3: This is not YAML: ");
        assertThatThrownBy(() -> read("benchmark/benchmarks.yaml", "about: x\nnote: \u0007\n"))
                .hasMessage(
                        "benchmark/benchmarks.yaml, line 2: This is not YAML: the character U+0007 is not allowed.");
        assertThatThrownBy(() -> read("benchmark/benchmarks.yaml", "about: x\n---\nabout: y\n"))
                .hasMessageStartingWith("benchmark/benchmarks.yaml, line 2: This is not YAML: ");
        assertThatThrownBy(() -> read("benchmark/benchmarks.yaml", "about: &a {x: *a}\n"))
                .hasMessageStartingWith("benchmark/benchmarks.yaml, line 1: ");
    }

    @Test
    void theTextsKeepToTheGlossary() {
        assertThat(READERS.keySet().stream().map(CatalogueFiles::text).map(text -> text.toLowerCase(Locale.ROOT)))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("violation", "waiver", "exemption", "scan result", "whitelist", " issue"));
    }

    private static void read(String file, String text) {
        READERS.get(file).accept(YamlNode.document(file, text));
    }

    private static int line(Throwable e) {
        return Integer.parseInt(e.getMessage().replaceFirst("(?s).*?, line (\\d+): .*", "$1"));
    }

    private static int lineAt(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /** Every key of the file, each once however often its owner is referred to. */
    private static List<ScalarNode> keys(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(1_000);
        List<ScalarNode> keys = new ArrayList<>();
        collect(
                new Yaml(options).compose(new StringReader(text)),
                keys,
                Collections.newSetFromMap(new IdentityHashMap<>()));
        return keys;
    }

    private static void collect(Node node, List<ScalarNode> keys, Set<Node> seen) {
        if (!seen.add(node)) {
            return;
        }
        switch (node) {
            case MappingNode mapping ->
                mapping.getValue().forEach(field -> {
                    keys.add((ScalarNode) field.getKeyNode());
                    collect(field.getValueNode(), keys, seen);
                });
            case SequenceNode sequence -> sequence.getValue().forEach(item -> collect(item, keys, seen));
            default -> {}
        }
    }
}
