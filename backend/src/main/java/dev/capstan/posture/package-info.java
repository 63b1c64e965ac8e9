/** READ: what ran, as people look at it: scores, bands, trends and lists. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "fleet",
            "benchmark",
            "collection",
            "evaluation",
            "workload",
            "exceptionrequest"
        })
@NullMarked
package dev.capstan.posture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
