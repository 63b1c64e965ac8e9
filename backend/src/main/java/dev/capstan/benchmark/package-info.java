/** KNOW: the Linux capabilities and the controls that speak of them. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package dev.capstan.benchmark;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
