/** One pure rule for each control. */
@NullMarked
package dev.capstan.evaluation.rule;

import org.jspecify.annotations.NullMarked;
