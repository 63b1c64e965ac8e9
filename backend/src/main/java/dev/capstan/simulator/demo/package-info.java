/** The fleet of the demo: a freight company's clusters, read from the catalogue, and what happens to them over time. */
@NullMarked
package dev.capstan.simulator.demo;

import org.jspecify.annotations.NullMarked;
