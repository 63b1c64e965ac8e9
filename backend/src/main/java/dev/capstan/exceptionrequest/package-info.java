/** DECIDE: exceptions, from the request over the decision to their end; a decision changes how a finding is read, never what was recorded. */
@ApplicationModule(
        allowedDependencies = {"shared", "fleet", "benchmark", "collection", "evaluation", "workload", "access"})
@NullMarked
package dev.capstan.exceptionrequest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
