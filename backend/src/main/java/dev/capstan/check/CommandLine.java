package dev.capstan.check;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.CapabilityName;
import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.check.tree.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the command's arguments. */
final class CommandLine {

    /** What the arguments say. */
    sealed interface Reading {}

    /** They ask for help. */
    record AskedForHelp() implements Reading {}

    /** They cannot be followed. */
    record Wrong(String why) implements Reading {}

    /**
     * They can be followed.
     *
     * @param file the file's name, or {@code -} for the standard input
     * @param controls what to judge under, in order
     * @param allowed capabilities that any container may add
     * @param runtime what will start the containers
     * @param json whether to write JSON, and not a table
     * @param skipUnknown whether to pass over objects of kinds that Kubernetes itself does not have
     */
    record Options(
            String file,
            Set<CheckedControl> controls,
            Set<Capability> allowed,
            ContainerRuntime runtime,
            boolean json,
            boolean skipUnknown)
            implements Reading {}

    private static final class WrongUse extends Exception {
        private static final long serialVersionUID = 1L;

        WrongUse(String why) {
            super(why, null, false, false);
        }
    }

    private final List<String> files = new ArrayList<>();
    private final Set<CheckedControl> controls = EnumSet.noneOf(CheckedControl.class);
    private final Set<Capability> allowed = EnumSet.noneOf(Capability.class);
    private ContainerRuntime runtime = ContainerRuntime.CONTAINERD;
    private boolean json;
    private boolean skipUnknown;
    private boolean help;

    private CommandLine() {}

    static Reading read(List<String> arguments) {
        CommandLine line = new CommandLine();
        try {
            line.take(arguments.iterator());
            return line.reading();
        } catch (WrongUse wrong) {
            return new Wrong(String.valueOf(wrong.getMessage()));
        }
    }

    private Reading reading() throws WrongUse {
        if (help) {
            return new AskedForHelp();
        }
        if (files.isEmpty()) {
            throw new WrongUse("check needs a FILE, or - for the standard input");
        }
        if (files.size() > 1) {
            throw new WrongUse("check takes one FILE, not %d; on the standard input (-) several can follow each other"
                    .formatted(files.size()));
        }
        Set<CheckedControl> chosen = controls.isEmpty() ? EnumSet.allOf(CheckedControl.class) : controls;
        return new Options(files.getFirst(), chosen, allowed, runtime, json, skipUnknown);
    }

    private void take(Iterator<String> arguments) throws WrongUse {
        boolean optionsEnded = false;
        while (arguments.hasNext()) {
            String argument = arguments.next();
            if (optionsEnded || argument.equals("-") || !argument.startsWith("-")) {
                files.add(argument);
            } else if (argument.equals("--")) {
                optionsEnded = true;
            } else {
                int equals = argument.indexOf('=');
                String option = equals < 0 ? argument : argument.substring(0, equals);
                option(option, equals < 0 ? null : argument.substring(equals + 1), arguments);
            }
        }
    }

    private void option(String option, @Nullable String value, Iterator<String> more) throws WrongUse {
        switch (option) {
            case "--help", "-h" -> help = true;
            case "--skip-unknown" -> skipUnknown = true;
            case "--control" -> names(option, value, more, this::control);
            case "--allow" -> names(option, value, more, this::allow);
            case "--runtime" -> runtime = runtime(one(option, value, more));
            case "--output" -> json = output(one(option, value, more));
            default -> throw new WrongUse("check does not know " + Said.name(option));
        }
        if (value != null && (option.equals("--help") || option.equals("--skip-unknown"))) {
            throw new WrongUse(option + " takes no value");
        }
    }

    private interface Taker {
        void take(String name) throws WrongUse;
    }

    private static void names(String option, @Nullable String value, Iterator<String> more, Taker taker)
            throws WrongUse {
        for (String name : Arrays.asList(one(option, value, more).split(",", -1))) {
            taker.take(name.strip());
        }
    }

    private static String one(String option, @Nullable String value, Iterator<String> more) throws WrongUse {
        String one = value == null && more.hasNext() ? more.next() : value;
        if (one == null || one.isBlank()) {
            throw new WrongUse(option + " needs a value");
        }
        return one;
    }

    private void control(String name) throws WrongUse {
        controls.add(CheckedControl.spelled(name)
                .orElseThrow(() -> new WrongUse(
                        "there is no control %s, only %s".formatted(Said.name(name), CheckedControl.spellings()))));
    }

    /** Tolerant of CAP_, which is no danger here: it is the person who is read, not the container runtime. */
    private void allow(String name) throws WrongUse {
        switch (CapabilityName.parse(name, ContainerRuntime.CRI_O)) {
            case CapabilityName.Known(Capability capability) -> allowed.add(capability);
            case CapabilityName.All() ->
                throw new WrongUse("--allow takes capabilities by name; ALL would leave nothing to judge");
            case CapabilityName.Inert ignored ->
                throw new WrongUse("--allow: there is no capability " + Said.name(name.isEmpty() ? "\"\"" : name));
        }
    }

    private static ContainerRuntime runtime(String name) throws WrongUse {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "containerd" -> ContainerRuntime.CONTAINERD;
            case "cri-o" -> ContainerRuntime.CRI_O;
            case "docker" -> ContainerRuntime.DOCKER;
            default ->
                throw new WrongUse(
                        "there is no runtime %s, only containerd, cri-o and docker".formatted(Said.name(name)));
        };
    }

    private static boolean output(String name) throws WrongUse {
        return switch (name) {
            case "json" -> true;
            case "table" -> false;
            default -> throw new WrongUse("there is no output %s, only table and json".formatted(Said.name(name)));
        };
    }
}
