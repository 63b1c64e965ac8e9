/** RECORD: what admission stops in each namespace, as ranges of time. */
@ApplicationModule(allowedDependencies = {"shared", "fleet", "evaluation", "evaluation::admission"})
@NullMarked
package dev.capstan.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
