/** A made-up fleet and a made-up product around it, to test screens with that know nothing of a database. */
@NullMarked
package dev.capstan.ui.testing;

import org.jspecify.annotations.NullMarked;
