package dev.capstan.ui.component;

import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.Verdict;
import dev.capstan.posture.ChangeKind;
import dev.capstan.posture.ClusterPosture;
import org.jspecify.annotations.Nullable;

/**
 * A state as people see it: an icon, a word and a tone, so that colour is never the only sign.
 *
 * @param tone the class that colours it
 */
public record Sign(Icon icon, String word, String tone) {

    /** The part of a grid's template that shows a sign; its properties are filled by name and word. */
    public static final String TEMPLATE =
            "<span class='sign ${item.tone}'><span class='i ${item.icon}' aria-hidden='true'></span>${item.word}</span>";

    /** How far the cluster's snapshot can be believed. */
    public static Sign of(ClusterPosture cluster) {
        if (cluster.stopped()) {
            return new Sign(Icon.PAUSE, "Stopped", "quiet");
        }
        return switch (cluster.freshness()) {
            case CURRENT -> new Sign(Icon.CHECK, "Current", "calm");
            case STALE -> new Sign(Icon.CLOCK, "Stale", "quiet");
            case NOT_ASSESSED -> new Sign(Icon.UNKNOWN, "Not assessed", "unknown");
        };
    }

    /** What a control says. */
    public static Sign of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass() -> new Sign(Icon.CHECK, "Pass", "pass");
            case Verdict.Fail(var reasons) -> new Sign(Icon.CROSS, "Fail", "fail");
            case Verdict.NotAssessed(var missing) -> new Sign(Icon.UNKNOWN, "Not assessed", "unknown");
            case Verdict.NotApplicable(var why) -> new Sign(Icon.MINUS, "Not applicable", "quiet");
        };
    }

    /** A risk; null where nothing fails. */
    public static Sign of(@Nullable Risk risk) {
        return switch (risk) {
            case null -> new Sign(Icon.CHECK, "None", "quiet");
            case LOW -> new Sign(Icon.RISK_LOW, "Low", tone(risk));
            case MEDIUM -> new Sign(Icon.RISK_MEDIUM, "Medium", tone(risk));
            case HIGH -> new Sign(Icon.RISK_HIGH, "High", tone(risk));
            case CRITICAL -> new Sign(Icon.RISK_CRITICAL, "Critical", tone(risk));
        };
    }

    /** What became of a finding. */
    public static Sign of(ChangeKind kind) {
        return switch (kind) {
            case NEW -> new Sign(Icon.PLUS, "New", "fail");
            case REOPENED -> new Sign(Icon.REFRESH, "Reopened", "fail");
            case EXCEEDED -> new Sign(Icon.WARNING, "Exceeded", "fail");
            case EXPIRED -> new Sign(Icon.CLOCK, "Exception over", "fail");
            case CHANGED -> new Sign(Icon.CHANGES, "Changed", "caution");
            case FIXED -> new Sign(Icon.CHECK, "Fixed", "pass");
            case EXCEPTED -> new Sign(Icon.CONTROL, "Excepted", "calm");
            case GONE -> new Sign(Icon.MINUS, "Gone", "quiet");
            case UNKNOWN -> new Sign(Icon.UNKNOWN, "Not assessed", "unknown");
            case POLICY -> new Sign(Icon.CONTROL, "By policy", "calm");
        };
    }

    /** The class that colours what carries the risk. */
    public static String tone(Risk risk) {
        return switch (risk) {
            case LOW -> "risk-low";
            case MEDIUM -> "risk-medium";
            case HIGH -> "risk-high";
            case CRITICAL -> "risk-critical";
        };
    }

    /** The sign on its own. */
    public Span create() {
        Span sign = new Span(icon.create(), new Span(word));
        sign.addClassNames("sign", tone);
        return sign;
    }
}
