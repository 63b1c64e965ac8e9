package dev.capstan.ui.benchmark;

import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.Segments;

/** The lists that one looks things up in. */
enum Reference {
    CONTROLS,
    CAPABILITIES;

    /** The lists as a choice, this one chosen. */
    Segments segments() {
        return new Segments("Reference")
                .with("Controls", Navigation.CONTROLS, this == CONTROLS)
                .with("Capabilities", Navigation.CAPABILITIES, this == CAPABILITIES);
    }
}
