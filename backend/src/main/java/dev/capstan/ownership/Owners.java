package dev.capstan.ownership;

import dev.capstan.collection.ClusterSnapshot;
import dev.capstan.fleet.ClusterId;
import dev.capstan.shared.RecordingLock;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who owns workloads, and the rules that say so, each list of them under a version of its own. */
@Service
public class Owners {

    private static final Logger log = LoggerFactory.getLogger(Owners.class);
    private static final int LONGEST_NOTE = 500;

    private final OwnerRuleRows rules;
    private final MarkRows marks;
    private final AskingAgain asking;
    private final OwnersTrial trial;
    private final RecordingLock lock;
    private final Clock clock;

    Owners(
            OwnerRuleRows rules,
            MarkRows marks,
            AskingAgain asking,
            OwnersTrial trial,
            RecordingLock lock,
            Clock clock) {
        this.rules = rules;
        this.marks = marks;
        this.asking = asking;
        this.trial = trial;
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * Says who owns each workload of a snapshot, and keeps what that was told by. Part of recording it: the workloads are
     * there already, and the transaction keeps the rules as they are.
     *
     * @return how many workloads have another owner than before, or one or none where it was otherwise
     */
    @PreAuthorize("hasRole('COLLECTOR')")
    public int record(ClusterId cluster, ClusterSnapshot snapshot) {
        marks.writeNamespaces(cluster, snapshot.admission().namespaces());
        return marks.writeWorkloads(cluster, snapshot, rules.newest().rules());
    }

    /** The rules that hold. */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public OwnerRulesVersion newest() {
        return rules.newest();
    }

    /** Every list of rules that ever held, newest first; the program's own, which holds until there is another, last. */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public List<OwnerRulesVersion> history() {
        List<OwnerRulesVersion> all = new java.util.ArrayList<>(rules.all());
        all.add(OwnerRulesVersion.USUAL);
        return all;
    }

    /** What the rules would say if they held now; nothing is recorded. */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true)
    public OwnersPreview preview(OwnerRules wished) {
        return trial.of(wished);
    }

    /** Makes a new version, by which every workload is asked at once, so that no screen shows two answers. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public OwnerRulesChange change(OwnerRulesDraft draft) {
        String note = draft.note().strip();
        // PostgreSQL keeps no zero character.
        if (note.isEmpty() || note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
            return new OwnerRulesChange.Refused(
                    OwnerRulesChange.Part.NOTE, "Say why, in at most %d characters.".formatted(LONGEST_NOTE));
        }
        Optional<String> problem = draft.rules().problem();
        if (problem.isPresent()) {
            return new OwnerRulesChange.Refused(OwnerRulesChange.Part.RULES, problem.get());
        }
        lock.toChange();
        OwnerRulesVersion newest = rules.newest();
        if (newest.version() != draft.basedOn()) {
            return new OwnerRulesChange.Outdated(newest);
        }
        if (newest.rules().equals(draft.rules())) {
            return new OwnerRulesChange.Unchanged();
        }
        Instant now = clock.instant();
        OwnerRulesVersion made = new OwnerRulesVersion(newest.version() + 1, draft.rules(), now, whoAsks(), note);
        rules.insert(made);
        long changed = asking.write(made.rules(), now);
        log.info(
                "Owner rules version {} are made by {}; {} workloads change hands",
                made.version(),
                made.madeBy(),
                changed);
        return new OwnerRulesChange.Made(made, changed);
    }

    private static String whoAsks() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null ? "capstan" : who.getName();
    }
}
