package dev.capstan.workload;

import dev.capstan.evaluation.AddedReading;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.Policy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The policies that judge and have judged, each under a version of its own. */
@Service
public class Policies {

    private static final Logger log = LoggerFactory.getLogger(Policies.class);
    private static final String CAPSTAN = "capstan";
    private static final int MOST_OVERRIDES = 200;
    private static final int LONGEST_NOTE = 500;

    private final PolicySettings settings;
    private final PolicyRows rows;
    private final CriteriaRows criteria;
    private final JudgingAgain judging;
    private final PolicyTrial trial;
    private final PolicyLock lock;
    private final Clock clock;

    Policies(
            PolicySettings settings,
            PolicyRows rows,
            CriteriaRows criteria,
            JudgingAgain judging,
            PolicyTrial trial,
            PolicyLock lock,
            Clock clock) {
        this.settings = settings;
        this.rows = rows;
        this.criteria = criteria;
        this.judging = judging;
        this.trial = trial;
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * The policy that judges now. The first one comes from the settings; rules that have changed since the newest one
     * make a new version of it.
     *
     * @throws IllegalStateException when a newer program, whose rules this one does not know, has judged here
     */
    @PreAuthorize("hasRole('COLLECTOR')")
    @Transactional
    public Policy current() {
        Optional<PolicyVersion> known = rows.newest().filter(Policies::isOfTheseRules);
        if (known.isPresent()) {
            return known.get().policy();
        }
        lock.toChange();
        // Read again: another collector may have made the version while this one waited.
        Optional<PolicyVersion> newest = rows.newest();
        if (newest.filter(Policies::isOfTheseRules).isPresent()) {
            return newest.get().policy();
        }
        return newest.map(PolicyVersion::policy)
                .map(policy -> make(PolicyDraft.of(policy, "The rules of Capstan have changed."), CAPSTAN))
                .orElseGet(() -> make(first(), CAPSTAN));
    }

    /** Whether any policy has judged here. */
    @PreAuthorize("hasRole('COLLECTOR')")
    @Transactional(readOnly = true)
    public boolean isJudging() {
        return rows.newest().isPresent();
    }

    /** The policy that holds, if anything was judged yet. */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public Optional<PolicyVersion> newest() {
        return rows.newest();
    }

    /** The policy that held at the instant, if anything was judged by then. */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public Optional<PolicyVersion> heldAt(Instant instant) {
        return rows.newest(instant);
    }

    /** Every policy that ever held, newest first. */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public List<PolicyVersion> history() {
        return rows.all();
    }

    /** What the draft would change if it held now; nothing is recorded. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public PolicyPreview preview(PolicyDraft draft) {
        return trial.of(draft.asVersion(0));
    }

    /**
     * Makes a new version, by which everything known is judged at once, so that no screen is without verdicts.
     *
     * @throws IllegalStateException when a newer program, whose rules this one does not know, has judged here
     */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public PolicyChange change(PolicyDraft draft) {
        if (!isReason(draft.note().strip())) {
            return new PolicyChange.Refused(
                    PolicyChange.Part.NOTE, "Say why, in at most %d characters.".formatted(LONGEST_NOTE));
        }
        if (draft.overrides().size() > MOST_OVERRIDES) {
            return new PolicyChange.Refused(
                    PolicyChange.Part.OVERRIDES, "There can be at most %d overrides.".formatted(MOST_OVERRIDES));
        }
        lock.toChange();
        Optional<PolicyVersion> newest = rows.newest();
        // Older rules than have judged here must not judge again.
        newest.ifPresent(Policies::isOfTheseRules);
        if (newest.isPresent() && newest.get().policy().version() != draft.basedOn()) {
            return new PolicyChange.Outdated(newest.get());
        }
        if (newest.isPresent() && newest.get().policy().saysTheSameAs(draft.asVersion(0))) {
            return new PolicyChange.Unchanged();
        }
        return new PolicyChange.Made(make(draft, whoAsks()));
    }

    // PostgreSQL keeps no zero character.
    private static boolean isReason(String note) {
        return !note.isEmpty() && note.length() <= LONGEST_NOTE && note.indexOf('\0') < 0;
    }

    private static boolean isOfTheseRules(PolicyVersion version) {
        if (version.rules() > Evaluation.RULES) {
            throw new IllegalStateException("A newer Capstan has judged here, so this one must be upgraded");
        }
        return version.rules() == Evaluation.RULES;
    }

    private PolicyDraft first() {
        AddedReading reading = settings.reading();
        return new PolicyDraft(
                0,
                reading,
                settings.allowedCapabilities(),
                Map.of(),
                List.of(),
                "The first policy, from the settings.");
    }

    private Policy make(PolicyDraft draft, String by) {
        Policy policy = draft.asVersion(draft.basedOn() + 1);
        Map<Criteria, Integer> keys = criteria.keep(policy.criteria());
        Instant at = clock.instant();
        rows.insert(
                new PolicyVersion(policy, Evaluation.RULES, at, by, draft.note().strip()), keys);
        int judged = judging.by(policy, keys, at);
        log.info("Policy version {} is made by {}; {} settings judged again", policy.version(), by, judged);
        return policy;
    }

    private static String whoAsks() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null ? CAPSTAN : who.getName();
    }
}
