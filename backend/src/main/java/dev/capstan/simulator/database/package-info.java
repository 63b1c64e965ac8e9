/** A PostgreSQL server inside a folder, for the demo and the tests. */
@NullMarked
package dev.capstan.simulator.database;

import org.jspecify.annotations.NullMarked;
