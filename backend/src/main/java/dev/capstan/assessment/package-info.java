/** THE ROUTE: collect, evaluate and record one cluster, on a schedule or on demand. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "fleet",
            "benchmark",
            "collection",
            "evaluation",
            "workload",
            "exceptionrequest",
            "admission",
            "evaluation::admission",
            "collection::admission"
        })
@NullMarked
package dev.capstan.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
