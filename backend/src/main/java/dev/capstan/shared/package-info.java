/** What every module may lean on: the clock. Nothing in here has a life of its own. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.capstan.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
