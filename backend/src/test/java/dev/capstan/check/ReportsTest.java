package dev.capstan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the reports hold, for machines and for people. */
class ReportsTest {

    private static final String MANIFEST = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              template:
                spec:
                  hostUsers: false
                  containers:
                  - name: app
                    later: field
                    securityContext:
                      allowPrivilegeEscalation: false
                      runAsUser: 65534
                      capabilities: {add: [SYS_TIME, foo], drop: [ALL]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            """;

    @Test
    void theJsonReportHasTheseFieldsAndNoOthers() {
        Run run = Run.on(MANIFEST, "--output=json", "--control=added-strict,privileged");
        assertThat(run.code()).isEqualTo(Check.FAIL);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("capstan: 1 object without containers was passed over: Service web");
        assertThat(run.elements()).hasSize(2);
        JsonNode element = run.elements().getFirst();
        assertThat(element.propertyNames())
                .containsExactly(
                        "source",
                        "kind",
                        "namespace",
                        "name",
                        "container",
                        "containerKind",
                        "control",
                        "verdict",
                        "effective",
                        "reasons",
                        "warnings",
                        "notes",
                        "line");
        assertThat(element.path("source").asString()).isEqualTo("-");
        assertThat(element.path("namespace").asString()).isEqualTo("default");
        assertThat(element.path("verdict").asString()).isEqualTo("fail");
        assertThat(element.path("effective").toString()).isEqualTo("[\"SYS_TIME\"]");
        assertThat(element.path("reasons").size()).isEqualTo(2);
        assertThat(element.path("warnings").toString())
                .contains("foo in capabilities.add grants nothing", "Line 10: a container has no field later");
        assertThat(element.path("notes").toString()).contains("Declared, not effective", "hostUsers is false");
        assertThat(element.path("line").asInt()).isEqualTo(9);
        assertThat(run.elements().getLast().path("verdict").asString()).isEqualTo("pass");
    }

    @Test
    void effectiveCapabilitiesComeInTheKernelsOrder() {
        String pod = "{apiVersion: v1, kind: Pod, spec: {containers: [{name: a, securityContext: {capabilities:"
                + " {drop: [all], add: [bpf, KILL, chown, SYS_ADMIN]}}}]}}";
        assertThat(Run.on(pod, "--output=json")
                        .elements()
                        .getFirst()
                        .path("effective")
                        .toString())
                .isEqualTo("[\"CHOWN\",\"KILL\",\"SYS_ADMIN\",\"BPF\"]");
    }

    @Test
    void theTableSaysTheSameInWords() {
        assertThat(Run.on(MANIFEST, "--control=added-strict", "--control=privileged")
                        .out()
                        .lines()
                        .toList())
                .isEqualTo(List.of(
                        "-:9: Deployment default/web, app container app",
                        "  effective: SYS_TIME; declared, not effective (non-root)",
                        "  added-strict          fail",
                        "      It adds SYS_TIME, and nothing may be added. It passes once that is gone from"
                                + " capabilities.add.",
                        "      It adds foo, which grants nothing but is a declared addition all the same. It passes, and"
                                + " runs as before, once that is gone from capabilities.add.",
                        "  privileged            pass",
                        "  warning: foo in capabilities.add grants nothing. The Linux kernel has no capability of that"
                                + " name.",
                        "  warning: Line 10: a container has no field later; it was passed over.",
                        "  note: Declared, not effective: it does not run as root and may not gain privileges, so the"
                                + " capabilities stay out of its process. The addition is judged all the same.",
                        "  note: hostUsers is false: the capabilities hold only inside the pod's own user namespace. No"
                                + " verdict gives credit for that.",
                        "",
                        "1 container of 1 workload: 0 pass, 1 fail (added-strict 1)"));
    }

    @Test
    void setsAreToldByWhatTellsThemFromTheDefaults() {
        assertThat(effective("{}")).isEqualTo("14 defaults");
        assertThat(effective("{add: [SYS_ADMIN]}")).isEqualTo("14 defaults + SYS_ADMIN");
        assertThat(effective("{add: [SYS_ADMIN], drop: [NET_RAW]}")).isEqualTo("14 defaults + SYS_ADMIN - NET_RAW");
        assertThat(effective("{add: [ALL]}")).isEqualTo("all 41");
        assertThat(effective("{add: [ALL], drop: [NET_RAW]}")).isEqualTo("all 41 - NET_RAW");
        assertThat(effective("{drop: [ALL]}")).isEqualTo("none");
        assertThat(effective("{drop: [ALL], add: [CHOWN, BPF]}")).isEqualTo("CHOWN BPF");
    }

    @Test
    void namesCannotSteerTheTerminal() {
        String pod =
                "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"a\\u001b[2J\\n::b\\u202e\"},"
                        + " \"spec\": {\"containers\": [{\"name\": \"a\\rb\", \"securityContext\": {\"capabilities\":"
                        + " {\"add\": [\"\\u001b[31m\"]}}}]}}";
        assertThat(Run.on(pod).out())
                .contains("default/a\\u{1b}[2J\\u{a}::b\\u{202e}, app container a\\u{d}b")
                .doesNotContain("\u001b", "\r", "\u202e");
        assertThat(Run.on(pod.replace("\"Pod\"", "\"P\\u001bod\"")).err())
                .contains("P\\u{1b}od")
                .doesNotContain("\u001b");
    }

    private static String effective(String capabilities) {
        Run run = Run.on("{apiVersion: v1, kind: Pod, spec: {containers: [{name: a, securityContext: {capabilities: "
                + capabilities + "}}]}}");
        String line = run.out().lines().skip(1).findFirst().orElseThrow();
        return line.substring("  effective: ".length());
    }
}
