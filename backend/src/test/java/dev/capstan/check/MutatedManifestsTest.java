package dev.capstan.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.evaluation.Setting;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever bytes come in, the command answers in its own words, and passes only containers that another reader finds. */
class MutatedManifestsTest {

    private static final int RUNS = 1500;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverThrowAndNeverPassAContainerThatIsNotThere(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < RUNS; i++) {
            byte[] bytes = mutated(random);
            Run run = Run.on(bytes, "--output=json");
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(run.err()).as(text).doesNotContain("fault in Capstan", "\tat ");
            if (run.code() == Check.BAD_INPUT) {
                assertThat(run.out()).as(text).isEmpty();
                assertThat(run.err()).as(text).containsPattern("capstan: -:\\d+: .+");
                continue;
            }
            assertThat(names(text)).as(text).containsAll(reported(run.elements()));
            boolean failing = run.elements().stream()
                    .anyMatch(e -> e.path("verdict").asString().equals("fail"));
            assertThat(run.code()).as(text).isEqualTo(failing ? Check.FAIL : Check.PASS);
        }
    }

    private static Set<String> reported(List<JsonNode> elements) {
        Set<String> names = new HashSet<>();
        elements.forEach(element -> names.add(element.path("container").asString()));
        return names;
    }

    /** Every text under {@code name}, found by other readers: of YAML, or of JSON that is no YAML. */
    private static Set<String> names(String text) {
        Set<String> names = new HashSet<>();
        try {
            new Yaml(new SafeConstructor(new LoaderOptions()))
                    .loadAll(text)
                    .forEach(document -> collect(document, names));
        } catch (YAMLException | IllegalArgumentException noYaml) {
            JsonMapper.shared()
                    .readerFor(Object.class)
                    .readValues(text)
                    .forEachRemaining(document -> collect(document, names));
        }
        return names;
    }

    private static void collect(Object node, Set<String> names) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("name") instanceof String name) {
                names.add(name);
            }
            map.values().forEach(value -> collect(value, names));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> collect(value, names));
        }
    }

    private static byte[] mutated(Random random) {
        Map<String, Object> object = Manifests.object(
                Manifests.KINDS.get(random.nextInt(Manifests.KINDS.size())),
                "web",
                Manifests.podOfAllKinds(Setting.of(List.of("privileged", "drop [ALL]", "add [SYS_ADMIN]", "windows")
                        .get(random.nextInt(4)))));
        String text = random.nextBoolean() ? Manifests.json(object) : Manifests.yaml(object);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int mutations = 1 + random.nextInt(4);
        for (int i = 0; i < mutations && bytes.length > 0; i++) {
            bytes = mutate(bytes, random);
        }
        return bytes;
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
        byte[] before = Arrays.copyOf(bytes, at);
        byte[] slice = Arrays.copyOfRange(bytes, at, to);
        byte[] after = Arrays.copyOfRange(bytes, to, bytes.length);
        byte[] marks = "{}[]:,-&*!|>'\"%@`#?\n \t\\~<\0\u00e9".getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(5)) {
            case 0 -> joined(before, after);
            case 1 -> joined(before, slice, slice, after);
            case 2 -> before;
            case 3 -> joined(before, new byte[] {marks[random.nextInt(marks.length)]}, slice, after);
            default -> {
                byte[] noise = new byte[1 + random.nextInt(3)];
                random.nextBytes(noise);
                yield joined(before, noise, after);
            }
        };
    }

    private static byte[] joined(byte[]... parts) {
        byte[] joined = new byte[Stream.of(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
