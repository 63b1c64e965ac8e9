/** The Kubernetes API as the collector reads it: page by page, as a stream. */
@NullMarked
package dev.capstan.collection.kubernetes;

import org.jspecify.annotations.NullMarked;
