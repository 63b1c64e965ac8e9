/** Who may sign in, and as what. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package dev.capstan.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
