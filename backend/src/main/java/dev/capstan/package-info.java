/** Capability posture for fleets of AKS clusters. */
@NullMarked
package dev.capstan;

import org.jspecify.annotations.NullMarked;
