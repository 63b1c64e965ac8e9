package dev.capstan.ui.admission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.evaluation.admission.Protection;
import dev.capstan.fleet.ClusterId;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.component.SmallTable;
import java.util.List;

/** Namespaces with what their admission stops, what does that, and what it rests on. */
class NamespaceTable extends SmallTable {

    NamespaceTable(String caption, ClusterId cluster, List<NamespaceAdmission> namespaces, Standpoint standpoint) {
        super(caption, "Namespace", "Admission", "Strength", "+Rests on");
        addClassName("admission-table");
        for (NamespaceAdmission namespace : namespaces) {
            row(
                    name(cluster, namespace, standpoint),
                    AdmissionState.of(namespace.verdict()).sign().create(),
                    strength(namespace),
                    objects(namespace));
        }
    }

    private static Component name(ClusterId cluster, NamespaceAdmission namespace, Standpoint standpoint) {
        return new Anchor(Navigation.namespace(cluster, namespace.namespace(), standpoint), namespace.namespace());
    }

    private static Component strength(NamespaceAdmission namespace) {
        return Protections.deciding(namespace)
                .<Component>map(protection -> {
                    Span mechanism = new Span(protection.mechanism().title());
                    mechanism.addClassName("cell-sub");
                    Div cell = new Div(new Span(protection.strength().title()), mechanism);
                    cell.addClassName("cell-2");
                    return cell;
                })
                .orElseGet(() -> quiet(Protections.nothing(namespace.verdict())));
    }

    private static Component objects(NamespaceAdmission namespace) {
        return Protections.deciding(namespace)
                .map(Protection::objects)
                .filter(objects -> !objects.isEmpty())
                .<Component>map(objects -> {
                    Div cell = new Div();
                    objects.forEach(object -> cell.add(mono(object)));
                    cell.addClassName("objects");
                    return cell;
                })
                .orElseGet(() -> quiet("–"));
    }

    private static Span mono(String text) {
        Span span = new Span(text);
        span.addClassName("mono");
        return span;
    }

    private static Span quiet(String text) {
        Span quiet = new Span(text);
        quiet.addClassName("quiet-text");
        return quiet;
    }
}
