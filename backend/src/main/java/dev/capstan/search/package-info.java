/** READ: finds clusters, namespaces, workloads, images, owners, capabilities and controls by a part of their name. */
@ApplicationModule(allowedDependencies = {"shared", "fleet", "benchmark", "posture"})
@NullMarked
package dev.capstan.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
