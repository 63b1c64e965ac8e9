/** The page of one cluster. */
@NullMarked
package dev.capstan.ui.fleet;

import org.jspecify.annotations.NullMarked;
