/** EVALUATE: pure functions from a container's settings to a verdict. */
@ApplicationModule(allowedDependencies = {"shared", "benchmark", "collection", "collection::admission"})
@NullMarked
package dev.capstan.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
