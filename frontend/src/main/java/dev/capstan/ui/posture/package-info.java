/** The Overview and the two lists: clusters and workloads. */
@NullMarked
package dev.capstan.ui.posture;

import org.jspecify.annotations.NullMarked;
