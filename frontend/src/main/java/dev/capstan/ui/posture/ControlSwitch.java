package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Control;
import dev.capstan.ui.benchmark.BenchmarkLine;
import dev.capstan.ui.component.Segments;
import java.util.function.Function;

/** Chooses the control that everything on the page is judged under. */
public final class ControlSwitch {

    private ControlSwitch() {}

    /** @param url where each choice leads */
    public static Segments create(Control chosen, Function<Control, String> url) {
        Segments segments = new Segments("Control");
        for (Control control : Control.values()) {
            segments.with(word(control), url.apply(control), control == chosen);
        }
        return segments;
    }

    /**
     * The same with the number that the benchmark has for the control.
     *
     * @param url where each choice leads
     */
    public static Component create(Control chosen, Function<Control, String> url, Benchmark benchmark) {
        Div both = new Div(BenchmarkLine.of(benchmark, chosen), create(chosen, url));
        both.addClassName("control-switch");
        return both;
    }

    /** The control in one word. */
    public static String word(Control control) {
        return switch (control) {
            case ADDED -> "Added";
            case ASSIGNED -> "Assigned";
            case NET_RAW -> "NET_RAW";
            case PRIVILEGED -> "Privileged";
        };
    }

    /** What the control asks of a container, as a sentence. */
    public static String sentence(Control control) {
        return switch (control) {
            case ADDED -> "A container passes when it adds no capability but what is allowed and is not privileged.";
            case ASSIGNED ->
                "A container passes when it drops ALL, adds at most NET_BIND_SERVICE and is not privileged.";
            case NET_RAW -> "A container passes when it does not hold NET_RAW, which must be dropped.";
            case PRIVILEGED -> "A container passes when it is not privileged.";
        };
    }
}
