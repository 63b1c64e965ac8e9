package dev.capstan.bench;

import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.AskedFor;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.Judgement;
import dev.capstan.evaluation.Verdict;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the product's own judge says of settings, in the form in which it is counted.
 *
 * @param outcomes by control
 * @param rank the risk from 1 (low) to 4 (critical), 0 where nothing fails
 */
record Judged(long profile, List<Outcome> outcomes, int rank, List<String> askedFor) {

    enum Outcome {
        PASS,
        FAIL,
        NOT_ASSESSED,
        NOT_APPLICABLE
    }

    static Map<ContainerSettings, Judged> all(Map<ContainerSettings, Long> profiles, Criteria criteria) {
        Map<ContainerSettings, Judged> all = new HashMap<>();
        profiles.forEach((settings, profile) -> {
            Judgement judgement = Evaluation.judge(settings, criteria);
            List<Outcome> outcomes = Arrays.stream(Control.values())
                    .map(control ->
                            outcome(Objects.requireNonNull(judgement.verdicts().get(control))))
                    .toList();
            int rank = judgement.risk() == null ? 0 : judgement.risk().ordinal() + 1;
            all.put(settings, new Judged(profile, outcomes, rank, AskedFor.of(settings)));
        });
        return all;
    }

    Outcome under(Control control) {
        return outcomes.get(control.ordinal());
    }

    private static Outcome outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass _ -> Outcome.PASS;
            case Verdict.Fail _ -> Outcome.FAIL;
            case Verdict.NotAssessed _ -> Outcome.NOT_ASSESSED;
            case Verdict.NotApplicable _ -> Outcome.NOT_APPLICABLE;
        };
    }
}
