package dev.capstan.ui.admission;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.component.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** In how many clusters admission stops added capabilities, each number leading to those clusters. */
public class FleetAdmission extends Section {

    /** @param recorded what the newest reading of each cluster said, or had said by then */
    public FleetAdmission(
            List<ClusterPosture> clusters, Map<ClusterId, AdmissionVerdict> recorded, Standpoint standpoint) {
        addClassNames("part", "fleet-admission");
        Map<AdmissionState, Integer> counts = new EnumMap<>(AdmissionState.class);
        for (ClusterPosture cluster : clusters) {
            AdmissionState state = AdmissionState.of(AdmissionState.now(cluster, recorded.get(cluster.id())));
            counts.merge(state, 1, Integer::sum);
        }
        int stopped = counts.getOrDefault(AdmissionState.MET, 0) + counts.getOrDefault(AdmissionState.FAILS_OPEN, 0);
        Span summary = new Span("Added capabilities are stopped at admission in %s of %s"
                .formatted(Words.number(stopped), Words.count(clusters.size(), "cluster")));
        Div states = new Div();
        states.addClassName("admission-states");
        counts.forEach((state, count) -> states.add(link(state, count, standpoint)));
        add(new H2("Admission"), summary, states);
    }

    private static Anchor link(AdmissionState state, int count, Standpoint standpoint) {
        Anchor link = new Anchor(
                standpoint.url(Navigation.CLUSTERS, Map.of("admission", state.parameter())),
                state.sign().create(),
                new Span(Words.number(count)));
        link.addClassName("admission-state");
        return link;
    }
}
