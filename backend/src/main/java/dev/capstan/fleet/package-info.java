/** DISCOVER: which AKS clusters there are, as Azure Resource Manager lists them. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package dev.capstan.fleet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
