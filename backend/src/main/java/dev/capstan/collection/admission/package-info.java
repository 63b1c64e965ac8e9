/** What decides at admission which pods a cluster lets in: the API's objects and Azure's settings, as read. */
@NamedInterface("admission")
@NullMarked
package dev.capstan.collection.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
