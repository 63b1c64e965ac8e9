/** What is known of controls, benchmarks and capabilities, to be read and linked to. */
@NullMarked
package dev.capstan.ui.benchmark;

import org.jspecify.annotations.NullMarked;
