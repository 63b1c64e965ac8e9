package dev.capstan.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.check.tree.Source;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be judged is refused with its place, is never a pass and never a stack trace. */
class BadInputTest {

    private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n";
    private static final String CONTAINER = POD + "  - name: a\n    securityContext:\n";

    static Stream<Arguments> garbage() {
        return Stream.of(
                bad("an empty file", "", 1, "no container was found"),
                bad("only comments", "# a\n# b\n", 1, "no container was found"),
                bad("only separators", "---\n---\n", 1, "no container was found"),
                bad("a list of nothing", "apiVersion: v1\nkind: List\nitems: []\n", 1, "no container was found"),
                bad("a Service alone", "apiVersion: v1\nkind: Service\n", 1, "no container was found"),
                bad("plain text", "hello\n", 1, "must be an object, not the text \"hello\""),
                bad("a number", "\n17\n", 2, "must be an object, not the number 17"),
                bad("a JSON array", "[{\"kind\": \"Pod\"}]", 1, "must be an object, not a list"),
                bad("no kind", "\napiVersion: v1\nspec: {}\n", 2, "no kind"),
                bad("an unknown kind", "apiVersion: v1\nkind: Pot\n", 1, "the kind Pot is not one of"),
                bad("a custom resource", "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\n", 1, "the kind Rollout"),
                bad(
                        "a kind of that name elsewhere",
                        "apiVersion: serving.knative.dev/v1\nkind: Service\n",
                        1,
                        "Service"),
                bad("a kind in the wrong group", "apiVersion: v1\nkind: Deployment\n", 1, "Deployment"),
                bad(
                        "a list of unknown kinds",
                        "apiVersion: argoproj.io/v1\nkind: RolloutList\nitems: []\n",
                        1,
                        "RolloutList"),
                bad("a list without items", "apiVersion: v1\nkind: List\n", 1, "no items"),
                bad("a kind that is no text", "apiVersion: v1\nkind: [Pod]\n", 2, "kind must be text, not a list"),
                bad("no spec", "apiVersion: v1\nkind: Pod\n", 1, "this Pod has no spec"),
                bad(
                        "no template",
                        "apiVersion: apps/v1\nkind: Deployment\nspec: {replicas: 1}\n",
                        3,
                        "no spec.template.spec"),
                bad("no containers", "apiVersion: v1\nkind: Pod\nspec:\n  containers: []\n", 4, "no containers"),
                bad(
                        "containers as an object",
                        "apiVersion: v1\nkind: Pod\nspec:\n  containers: {name: a}\n",
                        4,
                        "must be a list"),
                bad("a container that is text", POD + "  - a\n", 6, "must be an object, not the text \"a\""),
                bad("a container without a name", POD + "  - image: a\n", 6, "no name"),
                bad("two containers of one name", POD + "  - name: a\n  - name: a\n", 7, "the first in line 6"),
                bad(
                        "add as text",
                        CONTAINER + "      capabilities: {add: \"ALL\"}\n",
                        8,
                        "add must be a list, not the text"),
                bad(
                        "numbers in add",
                        CONTAINER + "      capabilities:\n        add:\n        - A\n        - 1\n",
                        11,
                        "not the number 1"),
                bad("null in drop", CONTAINER + "      capabilities: {drop: [ALL, ~]}\n", 8, "not null"),
                bad("NO, which is false", CONTAINER + "      capabilities: {add: [NO]}\n", 8, "not false"),
                bad("a list in add", CONTAINER + "      capabilities: {add: [[ALL]]}\n", 8, "not a list"),
                bad("capabilities as a list", CONTAINER + "      capabilities: [ALL]\n", 8, "must be an object"),
                bad("privileged as text", CONTAINER + "      privileged: \"true\"\n", 8, "must be true or false"),
                bad("privileged as a number", CONTAINER + "      privileged: 1\n", 8, "must be true or false"),
                bad("runAsUser as text", CONTAINER + "      runAsUser: \"0\"\n", 8, "must be a whole number"),
                bad("runAsUser in parts", CONTAINER + "      runAsUser: 0.5\n", 8, "must be a whole number"),
                bad("a slip in a field", CONTAINER + "      capabilites: {add: [ALL]}\n", 8, "no field capabilites"),
                bad("a slip in drop", CONTAINER + "      capabilities: {drops: [ALL]}\n", 8, "no field drops"),
                bad(
                        "a slip in securityContext",
                        POD + "  - name: a\n    securitycontext: {}\n",
                        7,
                        "no field securitycontext"),
                bad(
                        "a slip in initContainers",
                        POD + "  - name: a\n  initContainer: []\n",
                        7,
                        "no field initContainer"),
                bad(
                        "a pod's capabilities",
                        POD + "  - name: a\n  securityContext:\n    capabilities: {}\n",
                        8,
                        "no field capabilities"),
                bad("a field twice", "apiVersion: v1\nkind: Pod\nspec: {}\nspec: {}\n", 4, "twice, first in line 3"),
                bad(
                        "a field twice in JSON",
                        "{\"kind\": \"Pod\",\n\"spec\": {},\n\"spec\": {}}",
                        3,
                        "twice, first in line 2"),
                bad("a field twice where nobody looks", POD + "  - name: a\n    env: [{a: b, a: c}]\n", 7, "twice"),
                bad("JSON that is cut off", "{\"kind\": \"Pod\",\n\"spec\": {", 2, "no valid JSON"),
                bad("JSON that goes on", "{\"kind\": \"Pod\"}\n}", 2, "no valid JSON"),
                bad("YAML that is cut off", "kind: Pod\nspec: [a,\n", 3, "no valid YAML"),
                bad("a tab", "kind: Pod\n\tspec: a\n", 2, "no valid YAML"),
                bad("a template", "kind: Pod\nname: {{ .Values.name }}\n", 2, "render a template first"),
                bad(
                        "an alias of itself",
                        "kind: Pod\nspec: &a\n  containers: [*a]\n",
                        3,
                        "stands inside what it refers to"),
                bad("an alias of nothing", "kind: *a\n", 1, "before any anchor"),
                bad("a tag of Java", "a: !!javax.script.ScriptEngineManager []\n", 1, "the tag"),
                bad("a binary key", "!!binary a2luZA==: Pod\n", 1, "the tag"),
                bad("an object as a name", "kind: Pod\n{a: b}: c\n", 2, "must be text, not an object"),
                bad("a merge of text", "kind: Pod\n<<: a\n", 2, "<< takes an object"),
                bad("a merge in quotes", "kind: Pod\n\"<<\": {a: b}\n", 2, "readers differ"),
                bad("bytes of no text", "kind: Pod\n\0\1\2", 2, "U+0000"),
                bad("colours", "kind: \33[31mPod\n", 1, "U+001B"),
                bad("depth in YAML", "kind: Pod\nspec: " + "[".repeat(5000), 2, "more than 100 deep"),
                bad("depth in JSON", "{\"kind\":\n" + "[".repeat(5000), 2, "more than 100 deep"),
                bad("depth in blocks", "- ".repeat(5000), 1, "more than 100 deep"),
                bad("lists in lists", "{kind: List, apiVersion: v1, items: [".repeat(20) + "]}".repeat(20), 1, "deep"),
                bad("a bomb", bomb(), 7, "unfold to more than a million"),
                bad("a bomb of lists", listBomb(), 7, "unfold to more than a million"),
                bad("a long line", "kind: Pod\na: " + "a".repeat(3 << 20), 2, "lines up to here are too long"),
                bad(
                        "too many values",
                        "kind: List\nitems:\n" + "- a\n".repeat(1_100_000),
                        999_998,
                        "a million values"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("garbage")
    void isRefusedWithItsPlace(String what, String text, int line, String reason) {
        for (String output : new String[] {"table", "json"}) {
            Run run = Run.on(text, "--output", output);
            assertThat(run.err().lines().filter(told -> !told.contains("passed over: ")))
                    .first()
                    .asString()
                    .startsWith("capstan: -:" + line + ": ")
                    .contains(reason);
            assertThat(run.err()).doesNotContain("fault in Capstan").doesNotContain("\tat ");
            assertThat(run.code()).isEqualTo(Check.BAD_INPUT);
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void allFaultyObjectsAreToldAtOnceAndNothingIsJudged() {
        Run run = Run.on("kind: A\n---\n" + POD + "  - name: a\n---\nkind: B\n");
        assertThat(run.err()).contains("-:1: the kind A").contains("-:10: the kind B");
        assertThat(run.code()).isEqualTo(Check.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(Run.on("kind: A\n---\n".repeat(30)).err()).contains("10 more faults are not shown");
    }

    @Test
    void unknownKindsArePassedOverWhereThatIsAskedFor() {
        Run run = Run.on(
                POD + "  - name: a\n---\nkind: Rollout\nmetadata: {name: r}\n",
                "--skip-unknown",
                "--control=privileged");
        assertThat(run.code()).isEqualTo(Check.PASS);
        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        "capstan: 1 object of unknown kinds, not judged, was passed over: Rollout r");
        assertThat(Run.on("kind: Rollout\n", "--skip-unknown").code()).isEqualTo(Check.BAD_INPUT);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        Run run = Run.on("kind: Pod\nname: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run.err()).startsWith("capstan: -:2: this is not valid UTF-8");
        assertThat(Run.on("kind: Pod\n".getBytes(StandardCharsets.UTF_16)).code())
                .isEqualTo(Check.BAD_INPUT);
        assertThat(Run.on("kind: Pod\n\u00e9".getBytes(StandardCharsets.UTF_8)).err())
                .contains("-:2: ");
    }

    @Test
    void aByteOrderMarkIsNoFault() {
        assertThat(Run.on("\ufeff" + POD + "  - name: a\n", "--control=privileged")
                        .code())
                .isEqualTo(Check.PASS);
    }

    @Test
    void anEndlessLineIsGivenUpSoon() {
        long[] read = new long[1];
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 'a';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                Arrays.fill(into, from, from + length, (byte) 'a');
                read[0] += length;
                return length;
            }
        };
        Run run = Run.of(endless, "-");
        assertThat(run.err()).startsWith("capstan: -:1: the input is longer than the 64 MB");
        assertThat(run.code()).isEqualTo(Check.BAD_INPUT);
        assertThat(read[0]).isLessThan(2L * Source.LONGEST);
    }

    @Test
    void filesAreNamedWhenTheyCannotBeRead(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("web.yaml"), "kind: Pod\nspec: [\n");
        assertThat(Run.of(InputStream.nullInputStream(), file.toString()).err())
                .startsWith("capstan: " + file + ":3: ");
        assertThat(Run.of(InputStream.nullInputStream(), folder.toString()).err())
                .contains("it is a folder");
        assertThat(Run.of(InputStream.nullInputStream(), folder + "/none").err())
                .contains("there is no such file");
        assertThat(Run.of(InputStream.nullInputStream(), "a\0b").code()).isEqualTo(Check.BAD_INPUT);
    }

    private static Arguments bad(String what, String text, int line, String reason) {
        return Arguments.of(what, text, line, reason);
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]%n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
        }
        return bomb.toString();
    }

    /** Nine items that are nine lists of nine items each, and so on, all of them judged were they unfolded. */
    private static String listBomb() {
        String list = "{apiVersion: v1, kind: List, items: [%s]}%n";
        StringBuilder bomb = new StringBuilder("a0: &a0 " + list.formatted("x"));
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d ".formatted(i, i)).append(list.formatted(("*a" + (i - 1) + ",").repeat(9)));
        }
        return bomb.toString();
    }
}
