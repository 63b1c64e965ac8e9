package dev.capstan.exceptionrequest;

import dev.capstan.benchmark.Control;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is asked for. An approval is given to a content, and holds for nothing else.
 *
 * @param controls those under which the containers are excused
 * @param reason why it is needed, in the words of the one who asks
 * @param compensatingControls what keeps the harm small, or empty
 * @param residualRisk what harm is left, or empty
 * @param ticket the address of a ticket, or empty
 * @param team who owns what it covers
 * @param startsAt from when on; a decision that comes later moves it
 * @param expiresAt until when, that instant not included
 * @param breakGlass an emergency: short, with one approver, and somebody looks at it afterwards
 */
public record Content(
        String title,
        Grant grant,
        Scope scope,
        Set<Control> controls,
        Justification justification,
        String reason,
        String compensatingControls,
        String residualRisk,
        String ticket,
        String team,
        Instant startsAt,
        Instant expiresAt,
        OnNewImage onNewImage,
        boolean breakGlass) {

    private static final int TITLE = 200;
    private static final int TEXT = 4000;
    private static final int TICKET = 500;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    public Content {
        controls = Set.copyOf(controls);
    }

    /** Whether approvals that were given to the other hold for this one, too. */
    boolean bindsAs(Content other) {
        return grant.equals(other.grant)
                && scope.equals(other.scope)
                && controls.equals(other.controls)
                && residualRisk.equals(other.residualRisk)
                && startsAt.equals(other.startsAt)
                && expiresAt.equals(other.expiresAt)
                && onNewImage == other.onNewImage
                && breakGlass == other.breakGlass;
    }

    /**
     * What keeps it from being submitted, a sentence each; nothing where it can be.
     *
     * @param longest the longest term that there is for it
     */
    List<String> problems(Instant now, Duration longest) {
        List<String> problems = new ArrayList<>();
        required(problems, title, TITLE, "a title");
        required(problems, reason, TEXT, "a reason");
        required(problems, team, TITLE, "the team that owns it");
        limited(problems, compensatingControls, TEXT, "The compensating controls");
        limited(problems, residualRisk, TEXT, "The residual risk");
        if (justification == Justification.COMPENSATING_CONTROL && compensatingControls.isBlank()) {
            problems.add("Say what the compensating control is.");
        }
        if (controls.isEmpty()) {
            problems.add("Choose at least one control.");
        }
        if (!scope.isNarrow()) {
            problems.add("Narrow it down: name a cluster, a tag, a namespace, a workload, a container or an image.");
        }
        if (!ticket.isEmpty() && !(ticket.matches("https?://\\S+") && ticket.length() <= TICKET)) {
            problems.add("The ticket is an address that begins with https:// and has no spaces.");
        }
        Instant from = startsAt.isBefore(now) ? now : startsAt;
        if (!expiresAt.isAfter(from)) {
            problems.add("It would expire before it starts: choose a later expiry.");
        } else if (Duration.between(from, expiresAt).compareTo(longest) > 0) {
            problems.add(
                    "It expires too late: at its risk the latest is %s.".formatted(DAY.format(from.plus(longest))));
        }
        return problems;
    }

    private static void required(List<String> problems, String text, int most, String what) {
        if (text.isBlank()) {
            problems.add("Give %s.".formatted(what));
        }
        limited(problems, text, most, what.substring(0, 1).toUpperCase(Locale.ENGLISH) + what.substring(1));
    }

    private static void limited(List<String> problems, String text, int most, String what) {
        if (text.length() > most) {
            problems.add("%s has %d letters, and may have %d.".formatted(what, text.length(), most));
        }
    }
}
