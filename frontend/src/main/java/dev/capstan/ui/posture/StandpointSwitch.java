package dev.capstan.ui.posture;

import com.vaadin.flow.component.html.Div;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.component.AsOfPicker;
import java.time.Clock;
import java.util.function.Function;

/** Chooses from where everything on the page is looked at: the instant and the control. */
public class StandpointSwitch extends Div {

    /** @param url where each choice leads */
    public StandpointSwitch(Standpoint shown, Function<Standpoint, String> url, Benchmark benchmark, Clock clock) {
        addClassName("standpoint");
        add(
                ControlSwitch.create(shown.control(), control -> url.apply(shown.withControl(control)), benchmark),
                new AsOfPicker(shown.moment(), clock, moment -> url.apply(shown.withMoment(moment))));
    }
}
