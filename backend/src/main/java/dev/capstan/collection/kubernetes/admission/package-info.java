/** The forms in which the Kubernetes API writes what decides at admission, and what they mean. */
@NullMarked
package dev.capstan.collection.kubernetes.admission;

import org.jspecify.annotations.NullMarked;
