package dev.capstan.check;

import dev.capstan.check.CommandLine.Options;
import dev.capstan.check.Manifest.PassedOver;
import dev.capstan.check.tree.BadInput;
import dev.capstan.check.tree.Said;
import dev.capstan.check.tree.Source;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.stream.Collectors;

/** The command {@code check}. Runs without anything else of Capstan: no context, no database. */
public final class Check {

    /** Every chosen control passes, or does not apply, for every container. */
    public static final int PASS = 0;

    /** Some container fails a chosen control. */
    public static final int FAIL = 1;

    /** The input cannot be judged, or the command is used wrongly. */
    public static final int BAD_INPUT = 2;

    private static final int MOST_FAULTS = 20;
    private static final int MOST_NAMED = 10;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean colour;

    /**
     * Takes what a process is given.
     *
     * @param colour whether verdicts may be coloured
     */
    public Check(InputStream in, PrintStream out, PrintStream err, boolean colour) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.colour = colour;
    }

    /** Follows the arguments, which come after {@code check}, and answers the exit code. It never throws. */
    public int run(List<String> arguments) {
        return switch (CommandLine.read(arguments)) {
            case CommandLine.AskedForHelp() -> {
                out.print(Help.TEXT);
                yield PASS;
            }
            case CommandLine.Wrong(String why) -> refuse(why + " (./capstan check --help says how)");
            case Options options -> check(options);
        };
    }

    private int check(Options options) {
        try {
            return judge(
                    options, Manifest.of(Source.documents(Input.bytes(options.file(), in)), options.skipUnknown()));
        } catch (BadInput fault) {
            return fault(options, fault);
        } catch (FileNotFoundException denied) {
            return refuse("%s cannot be opened".formatted(Said.name(options.file())));
        } catch (IOException | InvalidPathException e) {
            return refuse("%s cannot be read: %s"
                    .formatted(Said.name(options.file()), Said.name(String.valueOf(e.getMessage()))));
        } catch (OutOfMemoryError tooLarge) {
            return fault(options, new BadInput(1, "this takes more memory than there is; JAVA_OPTS=-Xmx1g gives more"));
        } catch (RuntimeException | StackOverflowError bug) {
            return refuse("%s could not be judged, because of a fault in Capstan itself: %s. Please report it."
                    .formatted(Said.name(options.file()), Said.name(bug.toString())));
        }
    }

    private int judge(Options options, Manifest manifest) {
        tellPassedOver(manifest.passedOver());
        if (!manifest.faults().isEmpty()) {
            return faults(options, manifest.faults());
        }
        if (manifest.workloads().isEmpty()) {
            return fault(options, new BadInput(1, "no container was found, so nothing was judged"));
        }
        List<Judged> judged = new Judge(options).judge(manifest.workloads());
        report(options, judged);
        return judged.stream().allMatch(container -> container.conclusions().pass()) ? PASS : FAIL;
    }

    private void report(Options options, List<Judged> judged) {
        try (Printer printer = new Printer(out)) {
            if (options.json()) {
                JsonReport.write(options.file(), judged, printer);
            } else {
                new TableReport(colour, printer).write(options.file(), judged);
            }
        }
    }

    /** On the standard error: a report holds what was judged alone. */
    private void tellPassedOver(List<PassedOver> passedOver) {
        tell(passedOver.stream().filter(PassedOver::known).toList(), "without containers");
        tell(passedOver.stream().filter(object -> !object.known()).toList(), "of unknown kinds, not judged,");
    }

    private void tell(List<PassedOver> objects, String which) {
        if (!objects.isEmpty()) {
            String named =
                    objects.stream().limit(MOST_NAMED).map(PassedOver::what).collect(Collectors.joining(", "));
            err.printf(
                    "capstan: %d %s %s passed over: %s%s%n",
                    objects.size(),
                    objects.size() == 1 ? "object" : "objects",
                    which + (objects.size() == 1 ? " was" : " were"),
                    named,
                    objects.size() > MOST_NAMED ? ", ..." : "");
        }
    }

    private int faults(Options options, List<BadInput> faults) {
        faults.stream().limit(MOST_FAULTS).forEach(fault -> fault(options, fault));
        return faults.size() > MOST_FAULTS
                ? refuse("%d more faults are not shown".formatted(faults.size() - MOST_FAULTS))
                : BAD_INPUT;
    }

    private int fault(Options options, BadInput fault) {
        return refuse("%s:%d: %s".formatted(Said.name(options.file()), fault.line(), fault.what()));
    }

    private int refuse(String sentence) {
        err.println("capstan: " + sentence);
        return BAD_INPUT;
    }
}
