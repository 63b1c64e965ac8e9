package dev.capstan.simulator.demo;

import dev.capstan.simulator.world.ContainerSpec;
import dev.capstan.simulator.world.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Now and then somebody runs {@code kubectl debug} on a pod and the ephemeral container stays for a day. */
final class Debugging {
    private static final double CHANCE_PER_WEEK = 0.008;
    private static final List<String> DEBUGGERS = List.of(
            "ephemeral debugger docker.io/library/busybox:1.37.0 add=SYS_PTRACE",
            "ephemeral debugger docker.io/nicolaka/netshoot:v0.13 add=NET_ADMIN,NET_RAW",
            "ephemeral debugger docker.io/library/ubuntu:24.04 privileged",
            "ephemeral debugger docker.io/library/busybox:1.37.0 drop=ALL");

    private Debugging() {}

    /** Nobody debugs this. */
    static Function<Instant, Optional<ContainerSpec>> never() {
        return t -> Optional.empty();
    }

    /** By chance, week by week. */
    static Function<Instant, Optional<ContainerSpec>> sometimes(Dice dice, Calendar calendar) {
        List<ContainerSpec> debuggers =
                DEBUGGERS.stream().map(ContainerSpec::parse).toList();
        return t -> {
            long hours = Duration.between(calendar.epoch(), t).toHours();
            long hourOfWeek = Math.floorMod(hours, 7 * 24L);
            Dice week = dice.of("debug").of(Math.floorDiv(hours, 7 * 24L));
            int from = week.of("from").below(5 * 24);
            boolean now = week.chance(CHANCE_PER_WEEK) && hourOfWeek >= from && hourOfWeek < from + 26;
            return now ? Optional.of(week.of("with").pick(debuggers)) : Optional.empty();
        };
    }
}
