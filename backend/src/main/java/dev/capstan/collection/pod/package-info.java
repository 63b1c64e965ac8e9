/** What a pod's specification says of its containers, wherever the pod was read. */
@NamedInterface("pod")
@NullMarked
package dev.capstan.collection.pod;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
