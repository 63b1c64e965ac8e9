/** A fleet to show and to test with: speaks ARM, the Entra token endpoint and the Kubernetes API over HTTPS. */
@ApplicationModule(allowedDependencies = {"shared", "fleet", "assessment", "access"})
@NullMarked
package dev.capstan.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
