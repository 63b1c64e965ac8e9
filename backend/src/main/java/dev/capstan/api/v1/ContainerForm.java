package dev.capstan.api.v1;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.collection.Origin;
import dev.capstan.evaluation.Judgement;
import dev.capstan.evaluation.Verdict;
import dev.capstan.workload.ContainerDetails;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A container with one image and one set of settings, and what is concluded from them. */
@Schema(name = "Container")
record ContainerForm(
        ContainerKind kind,
        String name,
        String image,
        @Schema(description = "Who answers for it") Origin origin,
        SettingsForm settings,

        @Schema(description = "What its process really holds when it runs as root")
        List<Capability> effective,

        @Schema(description = "Whether what is added stays out of reach, since the process does not run as root")
        boolean declaredNotEffective,

        @Schema(
                description =
                        "Under each control, by the policy that the workload names; of a container that no longer ran,"
                                + " by the one that held last while it did")
        List<VerdictForm> verdicts,

        @Schema(description = "Null where nothing fails") @Nullable Risk risk,

        List<String> warnings,

        @Schema(description = "The first snapshot that had it")
        Instant seenFrom,

        @Schema(
                description =
                        "The first snapshot that no longer had it; null while it runs, as of the instant asked for")
        @Nullable Instant seenUntil) {

    /** What the specification says, the pod's own security context folded in. */
    @Schema(name = "Settings")
    record SettingsForm(
            ContainerRuntime runtime,
            boolean windows,
            boolean privileged,
            @Schema(description = "As written") List<String> added,
            @Schema(description = "As written") List<String> dropped,
            @Nullable Long runAsUser,
            @Nullable Boolean runAsNonRoot,
            @Nullable Boolean allowPrivilegeEscalation,
            @Nullable Boolean hostUsers) {

        static SettingsForm of(ContainerSettings settings) {
            return new SettingsForm(
                    settings.runtime(),
                    settings.windows(),
                    settings.privileged(),
                    settings.added(),
                    settings.dropped(),
                    settings.runAsUser(),
                    settings.runAsNonRoot(),
                    settings.allowPrivilegeEscalation(),
                    settings.hostUsers());
        }
    }

    /** What a control says of the container. */
    @Schema(name = "Verdict")
    record VerdictForm(
            Control control,
            VerdictWord verdict,

            @Schema(description = "Sentences on why; none for a pass")
            List<String> reasons) {

        static VerdictForm of(Map.Entry<Control, Verdict> entry) {
            Control control = entry.getKey();
            return switch (entry.getValue()) {
                case Verdict.Pass _ -> new VerdictForm(control, VerdictWord.PASS, List.of());
                case Verdict.Fail(List<String> reasons) -> new VerdictForm(control, VerdictWord.FAIL, reasons);
                case Verdict.NotAssessed(String missing) ->
                    new VerdictForm(control, VerdictWord.NOT_ASSESSED, List.of(missing));
                case Verdict.NotApplicable(String why) ->
                    new VerdictForm(control, VerdictWord.NOT_APPLICABLE, List.of(why));
            };
        }
    }

    /** The verdict in a word. */
    enum VerdictWord {
        PASS,
        FAIL,
        NOT_ASSESSED,
        NOT_APPLICABLE
    }

    static ContainerForm of(ContainerDetails container) {
        Judgement judgement = container.judgement();
        return new ContainerForm(
                container.kind(),
                container.name(),
                container.image(),
                container.origin(),
                SettingsForm.of(container.settings()),
                judgement.effective().stream().sorted().toList(),
                judgement.declaredNotEffective(),
                judgement.verdicts().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(VerdictForm::of)
                        .toList(),
                judgement.risk(),
                judgement.warnings(),
                container.seenFrom(),
                container.seenUntil());
    }
}
