/** A manifest's text, YAML or JSON, as one small tree whose nodes know the lines they stand in. */
@NullMarked
package dev.capstan.check.tree;

import org.jspecify.annotations.NullMarked;
