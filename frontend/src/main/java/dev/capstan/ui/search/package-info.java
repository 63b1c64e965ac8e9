/** Search: a box on every screen, and a page for all that was found. */
@NullMarked
package dev.capstan.ui.search;

import org.jspecify.annotations.NullMarked;
