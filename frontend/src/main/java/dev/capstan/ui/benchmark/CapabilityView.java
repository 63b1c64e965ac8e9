package dev.capstan.ui.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.capstan.benchmark.Benchmarks;
import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.CapabilityName;
import dev.capstan.benchmark.CapabilityText;
import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.benchmark.PodSecurityStandard;
import dev.capstan.evaluation.Criteria;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.CapabilityCount;
import dev.capstan.posture.Postures;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.Facts;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.Words;
import dev.capstan.workload.Policies;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Optional;

/** One capability: what it allows, why that matters, who needs it, and how often the fleet asks for it. */
@Route(Navigation.CAPABILITIES + "/:capability")
@RolesAllowed("VIEWER")
class CapabilityView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    /** All capabilities, ALL and privileged: as many things as can be asked for. */
    private static final int EVERYTHING = Capability.values().length + 2;

    private final Benchmarks benchmarks;
    private final Policies policies;
    private final Postures postures;
    private String name = "";

    CapabilityView(Benchmarks benchmarks, Policies policies, Postures postures) {
        this.benchmarks = benchmarks;
        this.policies = policies;
        this.postures = postures;
        addClassName("capability-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String given = event.getRouteParameters().get("capability").orElse("");
        // A URL may be typed by hand, with the prefix and in lower case.
        if (!(CapabilityName.parse(given, ContainerRuntime.CRI_O) instanceof CapabilityName.Known(var capability))) {
            throw new NotFoundException("The Linux kernel has no capability of that name.");
        }
        name = capability.name();
        removeAll();
        show(capability, benchmarks.capability(capability));
    }

    @Override
    public String getPageTitle() {
        return name + " – Capstan";
    }

    private void show(Capability capability, CapabilityText text) {
        add(
                GuideText.crumbs("Capabilities", Navigation.CAPABILITIES),
                header(name),
                facts(capability, text),
                section("What it allows", new Paragraph(text.allows())),
                section("Why it is dangerous", new Paragraph(text.danger())),
                section("Who is known to need it", neededBy(text)));
    }

    private Facts facts(Capability capability, CapabilityText text) {
        Criteria criteria =
                policies.newest().map(version -> version.policy().fleet()).orElse(Criteria.STRICT);
        return new Facts()
                .with("Risk", new RatedRisk(capability, criteria))
                .with("Asked for by", askedFor())
                .with("Allowed in the whole fleet", criteria.allowed().contains(capability) ? "Yes" : "No")
                .with("Given by default by", CapabilitiesView.givenBy(capability))
                .with("May be added under", mayAdd(text))
                .with("Number", Words.number(capability.number()))
                .with("Since Linux", text.since());
    }

    private Component askedFor() {
        Optional<CapabilityCount> count = postures.askedFor(null, AsOf.NOW, EVERYTHING).stream()
                .filter(counted -> counted.name().equals(name))
                .findAny();
        if (count.isEmpty()) {
            return new Span("No container");
        }
        return new Anchor(
                Navigation.url(Navigation.WORKLOADS, Map.of("capability", name)),
                "%s in %s"
                        .formatted(
                                Words.count(count.get().containers(), "container"),
                                Words.count(count.get().clusters(), "cluster")));
    }

    private static String mayAdd(CapabilityText text) {
        if (text.mayAdd().contains(PodSecurityStandard.RESTRICTED)) {
            return "The baseline and the restricted standard";
        }
        return text.mayAdd().contains(PodSecurityStandard.BASELINE)
                ? "The baseline standard"
                : "The privileged standard only";
    }

    private static Component neededBy(CapabilityText text) {
        if (text.neededBy().isEmpty()) {
            return new Paragraph("No program is known to need it in a container.");
        }
        Paragraph caution = new Paragraph("A help for reviewers. That a program is named here is no approval.");
        caution.addClassName("quiet-text");
        return new Div(GuideText.list(text.neededBy()), caution);
    }
}
