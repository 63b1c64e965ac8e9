package dev.capstan.ui.testing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Policy;
import dev.capstan.evaluation.PolicyOverride;
import dev.capstan.workload.Policies;
import dev.capstan.workload.PolicyChange;
import dev.capstan.workload.PolicyDraft;
import dev.capstan.workload.PolicyPreview;
import dev.capstan.workload.PolicyVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Three versions of a policy, and what people make of them until the tests end. */
final class FakePolicies {

    private final List<PolicyVersion> versions = new ArrayList<>();

    FakePolicies() {
        Criteria first = Criteria.STRICT;
        add(new Policy(1, first, List.of()), 120, "capstan", "The first policy, from the settings.");
        Criteria ports = new Criteria(AddedReading.STRICT, Set.of(Capability.NET_BIND_SERVICE), Map.of());
        add(new Policy(2, ports, List.of()), 60, "admin", "Web servers bind port 80; agreed with the architects.");
        Criteria rated = new Criteria(
                AddedReading.STRICT,
                Set.of(Capability.NET_BIND_SERVICE),
                Map.of(Capability.SYS_TIME, Risk.HIGH, Capability.NET_RAW, Risk.MEDIUM));
        add(
                new Policy(
                        3,
                        rated,
                        List.of(
                                FakeWorkloads.POLICY.policy().overrides().getFirst(),
                                new PolicyOverride("aks-edge-*", "*", AddedReading.BEYOND_DEFAULT, Set.of()))),
                9,
                "admin",
                "The edge clusters run the vendor's images until spring.");
    }

    Policies service() {
        Policies policies = mock(Policies.class);
        when(policies.newest()).thenAnswer(i -> Optional.of(versions.getLast()));
        when(policies.history()).thenAnswer(i -> versions.reversed().stream().toList());
        when(policies.preview(any())).thenAnswer(i -> preview(i.getArgument(0)));
        when(policies.change(any())).thenAnswer(i -> change(i.getArgument(0)));
        return policies;
    }

    private PolicyChange change(PolicyDraft draft) {
        PolicyVersion newest = versions.getLast();
        if (draft.note().isBlank()) {
            return new PolicyChange.Refused(PolicyChange.Part.NOTE, "Say why, in at most 500 characters.");
        }
        if (draft.basedOn() != newest.policy().version()) {
            return new PolicyChange.Outdated(newest);
        }
        Policy policy = new Policy(
                draft.basedOn() + 1, new Criteria(draft.reading(), draft.allowed(), draft.risks()), draft.overrides());
        if (policy.saysTheSameAs(newest.policy())) {
            return new PolicyChange.Unchanged();
        }
        add(policy, 0, "admin", draft.note());
        return new PolicyChange.Made(policy);
    }

    private static PolicyPreview preview(PolicyDraft draft) {
        List<PolicyPreview.Reach> reaches = draft.overrides().stream()
                .map(override -> {
                    long clusters = FakeFleet.clusters(Control.ADDED).stream()
                            .filter(c -> override.matches(c.name(), "ingress-nginx"))
                            .count();
                    return new PolicyPreview.Reach(
                            clusters, 3 * clusters, override.clusters().equals("*") ? 2 : 0);
                })
                .toList();
        long passing = draft.allowed().size() * 3L - 3 + (draft.reading() == AddedReading.BEYOND_DEFAULT ? 17 : 0);
        return new PolicyPreview(reaches, Math.max(0, -passing), Math.max(0, passing));
    }

    private void add(Policy policy, int daysAgo, String by, String note) {
        Instant at = FakeFleet.NOW.minus(Duration.ofDays(daysAgo));
        versions.add(new PolicyVersion(policy, 2, at, by, note));
    }
}
