package dev.capstan.ui.testing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.capstan.ownership.OwnerRule;
import dev.capstan.ownership.OwnerRules;
import dev.capstan.ownership.OwnerRulesChange;
import dev.capstan.ownership.OwnerRulesDraft;
import dev.capstan.ownership.OwnerRulesVersion;
import dev.capstan.ownership.OwnerSource;
import dev.capstan.ownership.Owners;
import dev.capstan.ownership.OwnersPreview;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The program's rules and one version after them, and what people make of them until the tests end. */
final class FakeOwners {

    private final List<OwnerRulesVersion> versions = new ArrayList<>();

    FakeOwners() {
        versions.add(new OwnerRulesVersion(0, OwnerRules.USUAL, null, "capstan", "What Capstan looks for."));
        versions.add(version(
                1,
                new OwnerRules(List.of(
                        OwnerRule.of(OwnerSource.WORKLOAD_LABEL, "owner"),
                        OwnerRule.of(OwnerSource.NAMESPACE_LABEL, "team"),
                        new OwnerRule(OwnerSource.NAMESPACE_NAME, "legacy-*", "Line of <b>business</b>"))),
                "Charts carry the label since spring."));
    }

    Owners service() {
        Owners owners = mock(Owners.class);
        when(owners.newest()).thenAnswer(i -> versions.getLast());
        when(owners.history()).thenAnswer(i -> List.copyOf(versions.reversed()));
        when(owners.preview(any())).thenAnswer(i -> preview(i.getArgument(0)));
        when(owners.change(any())).thenAnswer(i -> change(i.getArgument(0)));
        return owners;
    }

    private OwnerRulesChange change(OwnerRulesDraft draft) {
        if (draft.basedOn() != versions.getLast().version()) {
            return new OwnerRulesChange.Outdated(versions.getLast());
        }
        versions.add(version(draft.basedOn() + 1, draft.rules(), draft.note()));
        return new OwnerRulesChange.Made(versions.getLast(), 12);
    }

    /** Every rule finds four of forty workloads. */
    private OwnersPreview preview(OwnerRules rules) {
        int found = 4 * rules.rules().size();
        int now = 4 * versions.getLast().rules().rules().size();
        return new OwnersPreview(
                40,
                40 - found,
                Math.max(0, found - now),
                Math.max(0, now - found),
                0,
                List.of(new OwnersPreview.Owner("checkout", found)),
                rules.rules().stream().map(rule -> 4L).toList(),
                List.of(new OwnersPreview.Example("aks-payments-prod", "shop", "cart", null, "shopkeepers")));
    }

    private static OwnerRulesVersion version(int number, OwnerRules rules, String note) {
        return new OwnerRulesVersion(number, rules, FakeFleet.NOW.minus(Duration.ofDays(9)), "admin", note);
    }
}
