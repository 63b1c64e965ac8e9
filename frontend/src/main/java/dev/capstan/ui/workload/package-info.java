/** The page of one workload: its containers, their settings and their history. */
@NullMarked
package dev.capstan.ui.workload;

import org.jspecify.annotations.NullMarked;
