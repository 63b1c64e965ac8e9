/** Scans while they run, and the log of those that did. */
@NullMarked
package dev.capstan.ui.assessment;

import org.jspecify.annotations.NullMarked;
