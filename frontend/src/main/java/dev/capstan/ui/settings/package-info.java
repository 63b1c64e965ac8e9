/** What the organisation has decided about the controls: to read for everyone, to change for administrators. */
@NullMarked
package dev.capstan.ui.settings;

import org.jspecify.annotations.NullMarked;
