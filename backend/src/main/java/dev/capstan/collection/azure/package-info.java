/** The credentials with which a cluster is read: fetched, used and forgotten. */
@NullMarked
package dev.capstan.collection.azure;

import org.jspecify.annotations.NullMarked;
