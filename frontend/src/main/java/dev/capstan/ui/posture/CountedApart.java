package dev.capstan.ui.posture;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.Apart;
import dev.capstan.posture.RunBy;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.component.Words;
import org.jspecify.annotations.Nullable;

/** What stands beside a score: the containers that AKS runs, outside it, and those that webhooks put in, within it. */
public class CountedApart extends Div {

    /** @param cluster whose workloads the link leads to, or null for the fleet's */
    public CountedApart(Apart apart, @Nullable ClusterId cluster, Standpoint standpoint) {
        addClassName("counted-apart");
        if (apart.platform() > 0) {
            Anchor platform = new Anchor(
                    WorkloadLinks.to(WorkloadFilter.ALL.withCluster(cluster).withRunBy(RunBy.PLATFORM), standpoint),
                    Words.count(apart.platform(), "container") + " that AKS runs");
            add(new Paragraph(new Text("Counted apart: "), platform, new Text(" "), failing(apart.platformFailing())));
        }
        if (apart.injected() > 0) {
            add(new Paragraph(
                    new Text("Within the score: " + Words.number(apart.injected()) + " injected by webhooks "),
                    failing(apart.injectedFailing())));
        }
    }

    private static Span failing(long units) {
        Span failing = new Span("(" + Words.number(units) + " failing)");
        failing.addClassName("unbroken");
        return failing;
    }
}
