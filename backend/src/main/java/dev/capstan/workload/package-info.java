/** RECORD: the history of what ran with which settings, readable as of any instant. */
@ApplicationModule(allowedDependencies = {"shared", "fleet", "benchmark", "collection", "evaluation", "ownership"})
@NullMarked
package dev.capstan.workload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
