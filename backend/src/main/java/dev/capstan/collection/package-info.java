/** COLLECT: reads one cluster's containers and their capability settings, whole or not at all. */
@ApplicationModule(allowedDependencies = {"shared", "fleet", "fleet::azure", "benchmark"})
@NullMarked
package dev.capstan.collection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
