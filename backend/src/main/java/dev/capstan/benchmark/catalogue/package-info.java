/** Reads the catalogue from its YAML files, and names the place of whatever is wrong with them. */
@NullMarked
package dev.capstan.benchmark.catalogue;

import org.jspecify.annotations.NullMarked;
