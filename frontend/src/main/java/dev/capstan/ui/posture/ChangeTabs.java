package dev.capstan.ui.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.Segments;
import java.util.Map;

/** The two screens on what time brings: what changed, and how long it took. */
final class ChangeTabs {

    private ChangeTabs() {}

    static Segments create(Control control, boolean age) {
        Map<String, String> parameters = Map.of("control", Navigation.parameter(control));
        return new Segments("What time brings")
                .with("What changed", url(Navigation.CHANGES, parameters), !age)
                .with("Age and time to resolve", url(Navigation.AGE, parameters), age);
    }

    private static String url(String path, Map<String, String> parameters) {
        return Navigation.url(path, Map.copyOf(parameters));
    }
}
