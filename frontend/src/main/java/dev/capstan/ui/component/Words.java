package dev.capstan.ui.component;

import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerKind;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.posture.Score;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalInt;

/** Numbers, times and kinds in words; the same everywhere. */
public final class Words {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Words() {}

    /** 2103 as 2,103. */
    public static String number(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    /** A number with its noun: 1 container, 2,103 containers. */
    public static String count(long value, String noun) {
        return number(value) + " " + (value == 1 ? noun : noun + "s");
    }

    /** A percentage, or a dash where there is none. */
    public static String percent(OptionalInt percent) {
        return percent.isPresent() ? percent.getAsInt() + " %" : "–";
    }

    /** The units of a score in a sentence without its full stop. */
    public static String sentence(Score score) {
        return "%s pass, %s fail%s, %s%s not assessed"
                .formatted(
                        number(score.passing()),
                        number(score.failing()),
                        score.requested() == 0
                                ? ""
                                : " (%s with an exception requested)".formatted(number(score.requested())),
                        score.excepted() == 0 ? "" : number(score.excepted()) + " excepted, ",
                        number(score.notAssessed()));
    }

    /** How many of the containers that are assessed pass, without a full stop. */
    public static String passing(Score score) {
        return score.assessed() == 0
                ? "No container is assessed"
                : "%s of %s pass".formatted(number(score.passing()), count(score.assessed(), "assessed container"));
    }

    /** An instant to the minute, in UTC. */
    public static String exact(Instant at) {
        return EXACT.format(at);
    }

    /** A day. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** How long something took: 850 ms, 4.2 s, 3 min 5 s. */
    public static String took(Duration duration) {
        if (duration.toSeconds() < 1) {
            return duration.toMillis() + " ms";
        }
        if (duration.toMinutes() < 1) {
            return String.format(Locale.ENGLISH, "%.1f s", duration.toMillis() / 1000.0);
        }
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    /** How long something lasted, in its largest unit: 12 min, 5 h, 3 days. */
    public static String lasted(Duration duration) {
        if (duration.toHours() < 1) {
            return duration.toMinutes() + " min";
        }
        return duration.toDays() < 2 ? duration.toHours() + " h" : count(duration.toDays(), "day");
    }

    /** A risk's word in the middle of a sentence. */
    public static String risk(Risk risk) {
        return risk.name().toLowerCase(Locale.ROOT);
    }

    /** How the control on added capabilities is read, as a sentence. */
    public static String sentence(AddedReading reading) {
        return switch (reading) {
            case STRICT -> "Nothing may be added but what is allowed.";
            case BEYOND_DEFAULT -> "What the container runtime gives by default may be added, and what is allowed.";
        };
    }

    /** A kind of container. */
    public static String kind(ContainerKind kind) {
        return switch (kind) {
            case INIT -> "Init container";
            case SIDECAR -> "Sidecar container";
            case APP -> "Container";
            case EPHEMERAL -> "Ephemeral container";
        };
    }
}
