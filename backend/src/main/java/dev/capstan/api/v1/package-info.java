/** The first version of what can be asked: one controller for each thing, and the forms in which it travels. */
@NullMarked
package dev.capstan.api.v1;

import org.jspecify.annotations.NullMarked;
