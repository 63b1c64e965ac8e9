package dev.capstan.ui.admission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.admission.RecordedAdmission;
import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.evaluation.admission.ClusterAdmission;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Warning;
import dev.capstan.ui.component.Words;
import java.util.List;
import java.util.Optional;

/** What is stopped at admission in a cluster: its verdict, its warnings, and its namespaces, those of AKS apart. */
public class ClusterAdmissionPart extends Div {

    /** So many namespaces are shown at once, the worst of them; the others can be unfolded. */
    private static final int SHOWN = 12;

    /** The part about the cluster, of which nothing may have been read yet. */
    public ClusterAdmissionPart(ClusterPosture cluster, Optional<RecordedAdmission> recorded, Standpoint standpoint) {
        addClassName("cluster-admission");
        if (recorded.isEmpty()) {
            add(EmptyState.noDataYet(
                    "Not read yet", "What admission stops is known with the first complete snapshot."));
            return;
        }
        ClusterAdmission admission = recorded.get().admission();
        add(verdict(AdmissionState.now(cluster, admission.verdict()), recorded.get(), admission.namespaces()));
        admission.warnings().forEach(sentence -> add(new Warning(sentence)));
        List<NamespaceAdmission> customers = of(admission, false);
        if (!customers.isEmpty()) {
            List<NamespaceAdmission> worst = customers.subList(0, Math.min(SHOWN, customers.size()));
            List<NamespaceAdmission> others = customers.subList(worst.size(), customers.size());
            add(new NamespaceTable("Namespaces, the worst first", cluster.id(), worst, standpoint));
            if (!others.isEmpty()) {
                add(folded(Words.count(others.size(), "more namespace"), cluster, others, standpoint));
            }
        }
        List<NamespaceAdmission> platform = of(admission, true);
        if (!platform.isEmpty()) {
            add(folded(
                    "AKS's own: " + Words.count(platform.size(), "namespace") + ", outside the verdict",
                    cluster,
                    platform,
                    standpoint));
        }
    }

    private static Component verdict(
            AdmissionVerdict verdict, RecordedAdmission recorded, List<NamespaceAdmission> namespaces) {
        Paragraph line =
                new Paragraph(AdmissionState.of(verdict).sign().create(), new Span(sentence(verdict, namespaces)));
        line.addClassName("admission-verdict");
        Span age = new Span(new Span("Read "), new Age(recorded.takenAt()));
        age.addClassName("quiet-text");
        line.add(age);
        return line;
    }

    private static String sentence(AdmissionVerdict verdict, List<NamespaceAdmission> namespaces) {
        List<NamespaceAdmission> customers =
                namespaces.stream().filter(each -> !each.platform()).toList();
        if (customers.isEmpty() && !(verdict instanceof AdmissionVerdict.Unknown)) {
            return "It has no namespaces but those of AKS.";
        }
        return switch (verdict) {
            case AdmissionVerdict.Unknown(String because) -> because;
            case AdmissionVerdict.NotMet ignored ->
                "In " + share(customers, AdmissionState.NOT_MET) + ", admission lets added capabilities in.";
            case AdmissionVerdict.MetFailsOpen ignored ->
                "In " + share(customers, AdmissionState.FAILS_OPEN)
                        + ", pods get in unjudged while a webhook does not answer.";
            case AdmissionVerdict.Met ignored -> "Admission stops added capabilities in every namespace.";
        };
    }

    private static String share(List<NamespaceAdmission> namespaces, AdmissionState state) {
        long those = namespaces.stream()
                .filter(namespace -> AdmissionState.of(namespace.verdict()) == state)
                .count();
        return Words.number(those) + " of " + Words.count(namespaces.size(), "namespace");
    }

    private static List<NamespaceAdmission> of(ClusterAdmission admission, boolean platform) {
        return admission.namespaces().stream()
                .filter(namespace -> namespace.platform() == platform)
                .sorted(Protections.WORST_FIRST)
                .toList();
    }

    private static Details folded(
            String summary, ClusterPosture cluster, List<NamespaceAdmission> namespaces, Standpoint standpoint) {
        Details details = new Details(summary, new NamespaceTable(summary, cluster.id(), namespaces, standpoint));
        details.addClassName("folded");
        return details;
    }
}
