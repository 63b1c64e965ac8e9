/** The simulated world as pure functions of a seed and an instant: what runs in which cluster, with which settings. */
@NullMarked
package dev.capstan.simulator.world;

import org.jspecify.annotations.NullMarked;
