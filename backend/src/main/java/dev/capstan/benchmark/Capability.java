package dev.capstan.benchmark;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The capabilities of the Linux kernel (capabilities(7)), in the order of their numbers, named without {@code CAP_}.
 */
public enum Capability {
    CHOWN(0, Risk.LOW, true),
    DAC_OVERRIDE(1, Risk.MEDIUM, true),
    DAC_READ_SEARCH(2, Risk.CRITICAL, false),
    FOWNER(3, Risk.LOW, true),
    FSETID(4, Risk.LOW, true),
    KILL(5, Risk.LOW, true),
    SETGID(6, Risk.MEDIUM, true),
    SETUID(7, Risk.MEDIUM, true),
    SETPCAP(8, Risk.MEDIUM, true),
    LINUX_IMMUTABLE(9, Risk.LOW, false),
    NET_BIND_SERVICE(10, Risk.LOW, true),
    NET_BROADCAST(11, Risk.LOW, false),
    NET_ADMIN(12, Risk.HIGH, false),
    NET_RAW(13, Risk.HIGH, true),
    IPC_LOCK(14, Risk.LOW, false),
    IPC_OWNER(15, Risk.MEDIUM, false),
    SYS_MODULE(16, Risk.CRITICAL, false),
    SYS_RAWIO(17, Risk.CRITICAL, false),
    SYS_CHROOT(18, Risk.LOW, true),
    SYS_PTRACE(19, Risk.CRITICAL, false),
    SYS_PACCT(20, Risk.LOW, false),
    SYS_ADMIN(21, Risk.CRITICAL, false),
    SYS_BOOT(22, Risk.HIGH, false),
    SYS_NICE(23, Risk.LOW, false),
    SYS_RESOURCE(24, Risk.MEDIUM, false),
    SYS_TIME(25, Risk.MEDIUM, false),
    SYS_TTY_CONFIG(26, Risk.LOW, false),
    MKNOD(27, Risk.MEDIUM, true),
    LEASE(28, Risk.LOW, false),
    AUDIT_WRITE(29, Risk.LOW, true),
    AUDIT_CONTROL(30, Risk.HIGH, false),
    SETFCAP(31, Risk.MEDIUM, true),
    MAC_OVERRIDE(32, Risk.HIGH, false),
    MAC_ADMIN(33, Risk.HIGH, false),
    SYSLOG(34, Risk.MEDIUM, false),
    WAKE_ALARM(35, Risk.LOW, false),
    BLOCK_SUSPEND(36, Risk.LOW, false),
    AUDIT_READ(37, Risk.MEDIUM, false),
    PERFMON(38, Risk.HIGH, false),
    BPF(39, Risk.HIGH, false),
    CHECKPOINT_RESTORE(40, Risk.MEDIUM, false);

    /** What CRI-O leaves out of Docker's defaults since 1.18 (its {@code default_capabilities}). */
    private static final Set<Capability> NOT_BY_CRI_O = Set.of(AUDIT_WRITE, MKNOD, NET_RAW, SETFCAP, SYS_CHROOT);

    private static final Map<String, Capability> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Capability::name, Function.identity()));

    private final int number;
    private final Risk risk;
    private final boolean givenByDefault;

    Capability(int number, Risk risk, boolean givenByDefault) {
        this.number = number;
        this.risk = risk;
        this.givenByDefault = givenByDefault;
    }

    /** The capability of exactly this name, in upper case and without CAP_. */
    public static Optional<Capability> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Its bit in the kernel's capability sets. */
    public int number() {
        return number;
    }

    /** How much damage it can do in a container that is taken over, unless the organisation rates it otherwise. */
    public Risk risk() {
        return risk;
    }

    /** Whether containerd and Docker give it to every container that does not drop it. */
    public boolean givenByDefault() {
        return givenByDefault;
    }

    /** Whether the runtime gives it to every container that does not drop it. */
    public boolean givenBy(ContainerRuntime runtime) {
        return switch (runtime) {
            case CONTAINERD, DOCKER -> givenByDefault;
            case CRI_O -> givenByDefault && !NOT_BY_CRI_O.contains(this);
        };
    }
}
