package dev.capstan.ui.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.capstan.benchmark.Benchmarks;
import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.CapabilityText;
import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.evaluation.Criteria;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.SmallTable;
import dev.capstan.ui.component.Words;
import dev.capstan.workload.Policies;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** All capabilities to look up: number, kernel, who gives it, risk, what it allows. */
@Route(Navigation.CAPABILITIES)
@PageTitle("Capabilities – Capstan")
@RolesAllowed("VIEWER")
class CapabilitiesView extends Page implements AfterNavigationObserver {

    private static final int PAUSE_IN_TYPING_MS = 200;

    private final Benchmarks benchmarks;
    private final Policies policies;
    private final TextField search = new TextField();
    private final Span count = new Span();
    private final Div rows = new Div();

    CapabilitiesView(Benchmarks benchmarks, Policies policies) {
        this.benchmarks = benchmarks;
        this.policies = policies;
        addClassName("capabilities-page");
        search.addClassName("search");
        search.setAriaLabel("Filter capabilities by text");
        search.setPlaceholder("Name, use or danger");
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_IN_TYPING_MS);
        search.getElement().setAttribute("data-search", true);
        search.addValueChangeListener(typed -> {
            if (typed.isFromClient()) {
                Navigation.remember(
                        UI.getCurrent(),
                        Navigation.url(
                                Navigation.CAPABILITIES,
                                Map.of("q", typed.getValue().strip())),
                        false);
            }
            show();
        });
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        Div filter = new Div(search);
        filter.addClassName("filter");
        filter.getElement().setAttribute("role", "search");
        rows.addClassName("part");
        add(header("Capabilities", count, new Component[] {Reference.CAPABILITIES.segments()}), filter, rows);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        search.setValue(
                Navigation.given(event.getLocation().getQueryParameters(), "q").orElse(""));
        show();
    }

    private void show() {
        String text = search.getValue().strip();
        List<Capability> found = Arrays.stream(Capability.values())
                .filter(capability -> matches(benchmarks.capability(capability), text))
                .toList();
        count.setText(
                text.isEmpty()
                        ? "All " + found.size()
                        : "%d of %d".formatted(found.size(), Capability.values().length));
        rows.removeAll();
        rows.add(found.isEmpty() ? EmptyState.filteredOut("capabilities", clear()) : table(found));
    }

    private SmallTable table(List<Capability> found) {
        Criteria criteria =
                policies.newest().map(version -> version.policy().fleet()).orElse(Criteria.STRICT);
        SmallTable table = new SmallTable(
                "Capabilities", "Capability", "Risk", "What it allows", "+Given by default by", "#+Number", "#+Kernel");
        table.addClassName("capability-table");
        for (Capability capability : found) {
            CapabilityText text = benchmarks.capability(capability);
            Anchor name = new Anchor(Navigation.capability(capability), capability.name());
            name.addClassName("mono");
            table.row(
                    name,
                    new RatedRisk(capability, criteria),
                    text.allows(),
                    givenBy(capability),
                    Words.number(capability.number()),
                    text.since());
        }
        return table;
    }

    private NativeButton clear() {
        NativeButton clear = new NativeButton("Clear the filter", click -> search.clear());
        clear.addClassName("link-button");
        return clear;
    }

    /** The runtimes that give it to every container that does not drop it. */
    static String givenBy(Capability capability) {
        String runtimes = Arrays.stream(ContainerRuntime.values())
                .filter(capability::givenBy)
                .map(ContainerRuntime::title)
                .collect(Collectors.joining(", "));
        if (runtimes.isEmpty()) {
            return "None";
        }
        return Arrays.stream(ContainerRuntime.values()).allMatch(capability::givenBy) ? "All runtimes" : runtimes;
    }

    private static boolean matches(CapabilityText text, String typed) {
        String all = String.join(
                        "\n",
                        "CAP_" + text.capability().name(),
                        text.allows(),
                        text.danger(),
                        String.join("\n", text.neededBy()))
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }
}
