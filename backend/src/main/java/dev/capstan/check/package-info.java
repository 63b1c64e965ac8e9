/** CHECK: judges the containers of one manifest with the collector's own code. */
@ApplicationModule(allowedDependencies = {"shared", "benchmark", "collection", "collection::pod", "evaluation"})
@NullMarked
package dev.capstan.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
