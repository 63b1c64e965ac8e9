package dev.capstan.ui.admission;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.evaluation.admission.Protection;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Sign;

/** Every mechanism that does something for a namespace, strongest first, with what it rests on and why. */
public class ProtectionList extends Div {

    /** The protections of the namespace. */
    public ProtectionList(NamespaceAdmission namespace) {
        if (namespace.protections().isEmpty()) {
            add(nothing(namespace.verdict()));
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("protections");
        namespace.protections().forEach(protection -> list.add(entry(protection)));
        add(list);
    }

    private static Paragraph nothing(AdmissionVerdict verdict) {
        if (verdict instanceof AdmissionVerdict.Unknown) {
            return new Paragraph("Nothing was found in what could be read.");
        }
        Span label = new Span("pod-security.kubernetes.io/enforce: baseline");
        label.addClassName("mono");
        return new Paragraph(new Text("Nothing does. The smallest remedy is a label on the namespace: "), label);
    }

    private static ListItem entry(Protection protection) {
        Div title = new Div(
                new H3(protection.mechanism().title()),
                sign(protection).create(),
                quiet(
                        protection.stopsPrivileged()
                                ? "keeps privileged containers out"
                                : "lets privileged containers in"));
        if (protection.failsOpen()) {
            title.addComponentAtIndex(2, new Sign(Icon.WARNING, "fails open", "caution").create());
        }
        title.addClassName("container-title");
        Div objects = new Div();
        protection.objects().forEach(object -> {
            Span name = new Span(object);
            name.addClassName("mono");
            objects.add(name);
        });
        objects.addClassName("objects");
        UnorderedList reasons = new UnorderedList();
        protection.reasons().forEach(reason -> reasons.add(new ListItem(reason)));
        Paragraph meaning = new Paragraph(Protections.meaning(protection.strength()));
        return new ListItem(title, meaning, objects, reasons);
    }

    private static Sign sign(Protection protection) {
        return protection.strength().suffices()
                ? new Sign(Icon.CHECK, protection.strength().title(), "pass")
                : new Sign(Icon.MINUS, protection.strength().title(), "quiet");
    }

    private static Span quiet(String text) {
        Span quiet = new Span(text);
        quiet.addClassName("quiet-text");
        return quiet;
    }
}
