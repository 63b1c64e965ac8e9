package dev.capstan.ui.workload;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.collection.Origin;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Judgement;
import dev.capstan.evaluation.Verdict;
import dev.capstan.ui.benchmark.BenchmarkLine;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.Facts;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.Warning;
import dev.capstan.ui.component.Words;
import dev.capstan.workload.ContainerDetails;
import java.util.List;

/** A container that runs: its settings as written, what they come to, and what the controls say of them. */
class ContainerPanel extends Section {

    /**
     * @param criteria by which the workload is judged
     * @param benchmark whose numbers stand beside the controls
     */
    ContainerPanel(ContainerDetails container, Criteria criteria, Benchmark benchmark) {
        addClassName("container-panel");
        Span kind = new Span(Words.kind(container.kind()));
        kind.addClassName("kind");
        Div title = new Div(new H3(container.name()), kind);
        title.addClassName("container-title");
        Risk worst = container.judgement().risk();
        if (worst != null) {
            Sign sign = Sign.of(worst);
            title.add(new Sign(sign.icon(), sign.word() + " risk", sign.tone()).create());
        }
        if (container.origin() != Origin.CUSTOMER) {
            title.add(badge(container.origin()));
        }
        Span image = new Span(container.image());
        image.addClassNames("mono", "image");
        Div columns = new Div(settings(container, criteria), verdicts(container.judgement(), benchmark));
        columns.addClassName("container-columns");
        add(title, image);
        if (container.origin() != Origin.CUSTOMER) {
            add(quiet(container.origin().explanation()));
        }
        add(columns);
    }

    private static Facts settings(ContainerDetails container, Criteria criteria) {
        ContainerSettings s = container.settings();
        Facts facts = new Facts()
                .with("Add", names(s.added()))
                .with("Drop", names(s.dropped()))
                .with("Effective", new EffectiveList(container.judgement(), s, criteria))
                .with("Privileged", s.privileged() ? strong("Yes") : new Span("No"))
                .with("User", user(s));
        Boolean escalation = s.allowPrivilegeEscalation();
        facts.with("Escalation", escalation == null ? "Not set (allowed)" : escalation ? "Allowed" : "Not allowed");
        Boolean hostUsers = s.hostUsers();
        if (hostUsers != null) {
            facts.with(
                    "User namespace",
                    hostUsers
                            ? "The node's"
                            : "Its own (hostUsers: false): capabilities hold only inside it. No credit is given for it.");
        }
        if (s.runtime() != ContainerRuntime.CONTAINERD) {
            facts.with("Runtime", s.runtime().title());
        }
        return facts.with("Seen since", new Age(container.seenFrom()));
    }

    private static Div verdicts(Judgement judgement, Benchmark benchmark) {
        Div verdicts = new Div();
        verdicts.addClassName("verdicts");
        for (Control control : Control.values()) {
            Verdict verdict = judgement.verdicts().get(control);
            if (verdict != null) {
                verdicts.add(verdict(control, verdict, benchmark));
            }
        }
        if (judgement.declaredNotEffective()) {
            verdicts.add(
                    new Warning("Declared, not effective: the container does not run as root and cannot escalate, so"
                            + " what it adds stays outside its effective set. It counts all the same."));
        }
        judgement.warnings().forEach(sentence -> verdicts.add(new Warning(sentence)));
        return verdicts;
    }

    private static Div verdict(Control control, Verdict verdict, Benchmark benchmark) {
        Div line = new Div(new Span(control.title()), Sign.of(verdict).create(), BenchmarkLine.of(benchmark, control));
        line.addClassName("verdict-line");
        UnorderedList reasons = new UnorderedList();
        reasonsOf(verdict).forEach(reason -> reasons.add(new ListItem(reason)));
        Div whole = new Div(line, reasons);
        whole.addClassName("verdict");
        return whole;
    }

    private static List<String> reasonsOf(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass() -> List.of();
            case Verdict.Fail(var reasons) -> reasons;
            case Verdict.NotAssessed(var missing) -> List.of(missing);
            case Verdict.NotApplicable(var why) -> List.of(why);
        };
    }

    private static Span badge(Origin origin) {
        Span badge = new Span(origin.title());
        badge.addClassName("tag");
        return badge;
    }

    /** The names as written; an empty list and an absent one are the same to Kubernetes. */
    private static Component names(List<String> written) {
        if (written.isEmpty()) {
            return quiet("Nothing");
        }
        Span names = new Span(String.join(", ", written));
        names.addClassName("mono");
        return names;
    }

    private static Component user(ContainerSettings s) {
        Long user = s.runAsUser();
        boolean nonRoot = Boolean.TRUE.equals(s.runAsNonRoot());
        if (user == null) {
            return new Span(
                    nonRoot ? "The image's, which must not be root" : "The image's (root unless it says otherwise)");
        }
        return new Span(user == 0 ? "0 (root)" : user + (nonRoot ? " (must not be root)" : ""));
    }

    private static Span strong(String text) {
        Span strong = new Span(text);
        strong.addClassName("strong");
        return strong;
    }

    private static Span quiet(String text) {
        Span quiet = new Span(text);
        quiet.addClassName("quiet-text");
        return quiet;
    }
}
