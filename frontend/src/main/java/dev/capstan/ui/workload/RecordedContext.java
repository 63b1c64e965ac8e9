package dev.capstan.ui.workload;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.ui.component.Command;

/** The security context as it was recorded, and what cannot be told from it. */
class RecordedContext extends Div {

    RecordedContext(String container, ContainerSettings settings) {
        add(new Command("Security context of " + container, SecurityContextYaml.of(settings)));
        Paragraph limits = new Paragraph("Only these fields are collected: privileged, allowPrivilegeEscalation,"
                + " runAsUser, runAsNonRoot, capabilities and the pod's hostUsers. runAsUser and runAsNonRoot are the"
                + " container's own or else its pod's; which of the two said it is not recorded. An absent privileged"
                + " and privileged: false are recorded alike, and so are an absent list and an empty one: to"
                + " Kubernetes they mean the same. For the other fields, absent is told from false.");
        limits.addClassName("quiet-text");
        add(limits);
        addClassName("recorded-context");
    }
}
