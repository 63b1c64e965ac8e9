/** OWN: who owns a workload, as its labels and what stands around it say by a list of rules. */
@ApplicationModule(allowedDependencies = {"shared", "fleet", "collection", "collection::admission", "evaluation"})
@NullMarked
package dev.capstan.ownership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
