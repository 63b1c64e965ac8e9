package dev.capstan.ui.fleet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.admission.RecordedAdmission;
import dev.capstan.collection.FailureCause;
import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Score;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.admission.AdmissionState;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.BandBar;
import dev.capstan.ui.component.Facts;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.PortalLink;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.Words;
import dev.capstan.ui.posture.CountedApart;
import java.time.Instant;
import java.util.Optional;

/** Where the cluster is, how it stands, and, when it could not be read, why and what would cure it. */
class ClusterStanding extends Div {

    ClusterStanding(ClusterPosture cluster, Optional<RecordedAdmission> admission, Standpoint standpoint) {
        addClassName("cluster-standing");
        FailureCause cause = cluster.failure();
        if (cluster.stopped()) {
            add(
                    notice(
                            "The cluster is stopped",
                            "Nothing runs in it. It is read again when it is started; until then its containers are not assessed."));
        } else if (cause != null) {
            add(failure(cluster, cause));
        }
        Div line = new Div(score(cluster, standpoint), facts(cluster, admission));
        line.addClassName("standing-line");
        add(line);
    }

    private static Div failure(ClusterPosture cluster, FailureCause cause) {
        Div notice = notice(cause.title(), cause.remedy());
        Paragraph when = new Paragraph();
        when.addClassName("quiet-text");
        Instant failedAt = cluster.failedAt();
        if (failedAt != null) {
            when.add(new Text("Last tried "), new Age(failedAt), new Text(". "));
        }
        when.add(
                cluster.lastSnapshotAt() == null
                        ? "There is no snapshot yet: its containers are not assessed."
                        : "What is shown below is the last complete snapshot.");
        notice.add(when);
        String detail = cluster.failureDetail();
        if (detail != null && !detail.isBlank()) {
            Span said = new Span(detail);
            said.addClassNames("mono", "detail");
            notice.add(said);
        }
        return notice;
    }

    private static Div notice(String title, String text) {
        Paragraph heading = new Paragraph(Icon.WARNING.create(), new Span(title));
        heading.addClassName("notice-title");
        Div notice = new Div(heading, new Paragraph(text));
        notice.addClassName("notice");
        return notice;
    }

    private static Component score(ClusterPosture cluster, Standpoint standpoint) {
        Score score = cluster.score();
        Paragraph percent = new Paragraph(Words.percent(score.strictPercent()));
        percent.addClassName("headline");
        Paragraph counts = new Paragraph(Words.passing(score));
        counts.addClassName("counts");
        Div panel = new Div(
                percent,
                counts,
                new BandBar(score),
                Sign.of(cluster).create(),
                new CountedApart(cluster.apart(), cluster.id(), standpoint));
        panel.addClassName("cluster-score");
        return panel;
    }

    private static Facts facts(ClusterPosture cluster, Optional<RecordedAdmission> admission) {
        Facts facts = new Facts()
                .with("Subscription", cluster.subscription())
                .with("Resource group", cluster.resourceGroup())
                .with("Location", cluster.location())
                .with("Kubernetes", cluster.kubernetesVersion());
        if (cluster.production()) {
            facts.with("Environment", "Production");
        }
        Instant last = cluster.lastSnapshotAt();
        if (last == null) {
            facts.with("Last snapshot", "None yet");
        } else {
            facts.with("Last snapshot", new Age(last));
            facts.with(
                    "In it",
                    "%s, %s"
                            .formatted(
                                    Words.count(cluster.workloads(), "workload"), Words.count(cluster.pods(), "pod")));
        }
        AdmissionVerdict verdict = AdmissionState.now(
                cluster,
                admission.map(recorded -> recorded.admission().verdict()).orElse(null));
        facts.with("Admission", AdmissionState.of(verdict).sign().create());
        return facts.with("In Azure", new PortalLink("Open the portal", cluster.armId()));
    }
}
