/** Whether added capabilities are stopped before a pod runs, for the fleet, a cluster and a namespace. */
@NullMarked
package dev.capstan.ui.admission;

import org.jspecify.annotations.NullMarked;
