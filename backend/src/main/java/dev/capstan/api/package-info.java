/** ASK: what programs read over HTTP: how they are let in, how they page, and how they are told what is wrong. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "fleet",
            "benchmark",
            "collection",
            "evaluation",
            "evaluation::admission",
            "workload",
            "admission",
            "assessment",
            "posture"
        })
@NullMarked
package dev.capstan.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
