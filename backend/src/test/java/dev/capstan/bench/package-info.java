/** A company's fleet with its history, made in minutes, and people who look at it: how fast the screens' reads are. */
@NullMarked
package dev.capstan.bench;

import org.jspecify.annotations.NullMarked;
