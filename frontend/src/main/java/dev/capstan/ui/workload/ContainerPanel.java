package dev.capstan.ui.workload;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.capstan.benchmark.Benchmark;
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
import dev.capstan.workload.Neighbours;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A container that runs: its settings as written, what they come to, and what the controls say of them. */
class ContainerPanel extends Section {

    /**
     * @param judged by what, and since when it fails what it fails
     * @param benchmark whose numbers stand beside the controls
     * @param neighbours where else its settings run, or null where that was not asked for
     * @param opened what the reader has opened
     */
    ContainerPanel(
            ContainerDetails container,
            Judged judged,
            Benchmark benchmark,
            Neighbours.@Nullable Found neighbours,
            Opened opened) {
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
        String key = container.kind() + " " + container.name();
        Div columns = new Div(
                settings(container, new EffectiveList(container, judged.criteria(), key, opened)),
                verdicts(container.judgement(), judged.failingSince(), benchmark));
        columns.addClassName("container-columns");
        add(title, image(container.image()));
        if (container.origin() != Origin.CUSTOMER) {
            add(quiet(container.origin().explanation()));
        }
        add(columns);
        if (neighbours != null) {
            add(new NeighbourList(neighbours, container.profile()));
        }
        add(opened.details(
                key + " recorded",
                "securityContext as recorded",
                new RecordedContext(container.name(), container.settings())));
    }

    /** By what a container is judged, and since when it fails a control without a break. */
    record Judged(Criteria criteria, Map<Control, Instant> failingSince) {}

    /** The reference as it is written; where it has a digest that stands by itself, since it is what really ran. */
    private static Component image(String reference) {
        int at = reference.indexOf('@');
        Span image = new Span(at < 0 ? reference : reference.substring(0, at));
        image.addClassNames("mono", "image");
        if (at < 0) {
            return image;
        }
        Span digest = new Span(reference.substring(at));
        digest.addClassName("digest");
        image.add(digest);
        return image;
    }

    private static Facts settings(ContainerDetails container, EffectiveList effective) {
        ContainerSettings s = container.settings();
        Facts facts = new Facts()
                .with("Add", names(s.added()))
                .with("Drop", names(s.dropped()))
                .with("Effective", effective)
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
        facts.with("Runtime", s.runtime().title());
        return facts.with("Seen since", new Age(container.seenFrom()));
    }

    private static Div verdicts(Judgement judgement, Map<Control, Instant> since, Benchmark benchmark) {
        Div verdicts = new Div();
        verdicts.addClassName("verdicts");
        for (Control control : Control.values()) {
            Verdict verdict = judgement.verdicts().get(control);
            if (verdict != null) {
                verdicts.add(verdict(control, verdict, since.get(control), benchmark));
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

    private static Div verdict(Control control, Verdict verdict, @Nullable Instant since, Benchmark benchmark) {
        Div line = new Div(new Span(control.title()), Sign.of(verdict).create(), BenchmarkLine.of(benchmark, control));
        line.addClassName("verdict-line");
        if (since != null && verdict instanceof Verdict.Fail) {
            Span age = new Span(new Span("Failing since "), new Age(since));
            age.addClassName("quiet-text");
            line.add(age);
        }
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
