/** What is shown when a page is not there, not permitted, or broken. */
@NullMarked
package dev.capstan.ui.error;

import org.jspecify.annotations.NullMarked;
