package dev.capstan.ui.admission;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.Age;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What admission stops in a namespace, as a sign and a sentence. */
public class NamespaceVerdict extends Paragraph {

    private NamespaceVerdict(ClusterPosture cluster, @Nullable NamespaceAdmission recorded) {
        AdmissionVerdict verdict = AdmissionState.now(cluster, recorded == null ? null : recorded.verdict());
        addClassName("admission-verdict");
        add(AdmissionState.of(verdict).sign().create(), new Span(Protections.sentence(verdict)));
    }

    /**
     * With its age, at the head of the namespace's page.
     *
     * @param recorded what the newest reading said of the namespace, or null when it said nothing
     */
    public static NamespaceVerdict dated(ClusterPosture cluster, @Nullable NamespaceAdmission recorded) {
        NamespaceVerdict line = new NamespaceVerdict(cluster, recorded);
        Instant read = cluster.lastSnapshotAt();
        if (read != null) {
            Span age = new Span(new Span("Read "), new Age(read));
            age.addClassName("quiet-text");
            line.add(age);
        }
        return line;
    }

    /** Beside a workload, which can pass while nothing guards its namespace; it leads to the namespace's page. */
    public static NamespaceVerdict besideWorkload(
            ClusterPosture cluster, String namespace, @Nullable NamespaceAdmission recorded) {
        NamespaceVerdict line = new NamespaceVerdict(cluster, recorded);
        line.addComponentAsFirst(
                new Anchor(Navigation.namespace(cluster.id(), namespace), "Admission of " + namespace));
        return line;
    }
}
