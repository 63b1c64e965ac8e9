package dev.capstan.ui.settings;

import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.Segments;

/** The parts of the settings, each a screen of its own. */
final class SettingsTabs {

    private SettingsTabs() {}

    static Segments create(String shown) {
        return new Segments("Part of the settings")
                .with("Policy", Navigation.SETTINGS, shown.equals(Navigation.SETTINGS))
                .with("Owners", Navigation.OWNER_RULES, shown.equals(Navigation.OWNER_RULES));
    }
}
