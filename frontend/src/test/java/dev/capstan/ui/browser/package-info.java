/** Journeys through the screens in a real browser. */
@NullMarked
package dev.capstan.ui.browser;

import org.jspecify.annotations.NullMarked;
