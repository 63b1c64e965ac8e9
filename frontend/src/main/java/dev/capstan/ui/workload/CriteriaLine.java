package dev.capstan.ui.workload;

import com.vaadin.flow.component.html.Paragraph;
import dev.capstan.benchmark.Capability;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.PolicyOverride;
import dev.capstan.workload.PolicyVersion;
import dev.capstan.workload.WorkloadDetails;
import java.util.Optional;
import java.util.stream.Collectors;

/** By which version of the policy a workload is judged, and what that says for its namespace. */
class CriteriaLine extends Paragraph {

    /** @param newest the policy that holds, if there is one */
    CriteriaLine(WorkloadDetails workload, String cluster, Optional<PolicyVersion> newest) {
        addClassName("quiet-text");
        Optional<PolicyOverride> override = newest.map(PolicyVersion::policy)
                .filter(policy -> policy.version() == workload.policyVersion())
                .flatMap(policy -> policy.overrides().stream()
                        .filter(each -> each.matches(cluster, workload.ref().namespace()))
                        .findFirst());
        setText("Judged by version %d of the policy: %s%s"
                .formatted(
                        workload.policyVersion(),
                        sentence(workload.criteria()),
                        override.map(CriteriaLine::because).orElse("")));
    }

    static String sentence(Criteria criteria) {
        String reading = switch (criteria.reading()) {
            case STRICT -> "nothing may be added";
            case BEYOND_DEFAULT -> "nothing may be added beyond what the runtime gives by default";
        };
        return criteria.allowed().isEmpty()
                ? reading + "."
                : reading + ", except "
                        + criteria.allowed().stream()
                                .map(Capability::name)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    private static String because(PolicyOverride override) {
        return " An override for clusters %s and namespaces %s holds here."
                .formatted(override.clusters(), override.namespaces());
    }
}
