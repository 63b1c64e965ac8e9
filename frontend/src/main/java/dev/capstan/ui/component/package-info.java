/** Parts that several screens are made of; none of them knows a service. */
@NullMarked
package dev.capstan.ui.component;

import org.jspecify.annotations.NullMarked;
