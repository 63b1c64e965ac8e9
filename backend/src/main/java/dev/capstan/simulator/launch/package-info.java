/** Starts the demo: its database, its fleet and the history that the fleet has. Only in profile {@code demo}. */
@NullMarked
package dev.capstan.simulator.launch;

import org.jspecify.annotations.NullMarked;
