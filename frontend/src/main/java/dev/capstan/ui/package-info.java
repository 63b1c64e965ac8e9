/** SHOW: the screens. They use every module's root package; nothing depends on them. */
@ApplicationModule(displayName = "Screens")
@NullMarked
package dev.capstan.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
