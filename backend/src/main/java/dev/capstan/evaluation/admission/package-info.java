/** Whether a cluster's admission stops added capabilities: pure functions from what was read to a verdict. */
@NamedInterface("admission")
@NullMarked
package dev.capstan.evaluation.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
