/** Who may sign in, and as what: people with passwords, and programs with the tokens of people. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package dev.capstan.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
