package dev.capstan.api.v1;

import dev.capstan.api.PageOf;
import dev.capstan.api.Refused;
import dev.capstan.posture.AsOf;
import dev.capstan.workload.Policies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the organisation has decided. Asks for the scope read:settings. */
@Tag(name = "Policy", description = "Asks for the scope read:settings")
@RestController
@RequestMapping(path = "/api/v1/policy", produces = MediaType.APPLICATION_JSON_VALUE)
class PolicyController {

    private final Policies policies;

    PolicyController(Policies policies) {
        this.policies = policies;
    }

    @Operation(summary = "The policy that holds, or held")
    @GetMapping
    PolicyForm policy(@RequestParam(defaultValue = "now") AsOf asOf) {
        Instant at = asOf.instant();
        return (at == null ? policies.newest() : policies.heldAt(at))
                .map(PolicyForm::of)
                .orElseThrow(() -> Refused.notFound("policy yet"));
    }

    @Operation(summary = "Every policy that ever held, newest first")
    @GetMapping("/history")
    PageOf<PolicyForm> policyHistory() {
        return PageOf.whole(policies.history().stream().map(PolicyForm::of).toList());
    }
}
