/** Who gets in: sign-in, tokens, security of the web part, and the menu of the person signed in. */
@NullMarked
package dev.capstan.ui.access;

import org.jspecify.annotations.NullMarked;
