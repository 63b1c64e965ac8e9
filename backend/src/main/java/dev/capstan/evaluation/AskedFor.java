package dev.capstan.evaluation;

import dev.capstan.benchmark.CapabilityName;
import dev.capstan.collection.ContainerSettings;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a container asks for, as lists and charts count it. */
public final class AskedFor {

    /** Stands for privileged mode, in lower case so that it is told from a capability's name. */
    public static final String PRIVILEGED = "privileged";

    private AskedFor() {}

    /**
     * Each thing once, in order: capability names without CAP_, {@code ALL}, {@link #PRIVILEGED}, and as written the
     * spellings that do nothing. Nothing for a Windows container, which has no Linux capabilities.
     */
    public static List<String> of(ContainerSettings settings) {
        if (settings.windows()) {
            return List.of();
        }
        Stream<String> added = settings.addedNames().stream().map(AskedFor::canonical);
        Stream<String> mode = settings.privileged() ? Stream.of(PRIVILEGED) : Stream.empty();
        return Stream.concat(added, mode).distinct().sorted().toList();
    }

    static String canonical(CapabilityName added) {
        String name = added.written();
        // add: [privileged] does nothing; it must not be counted as the mode of that name.
        return name.equals(PRIVILEGED) ? name.toUpperCase(Locale.ROOT) : name;
    }
}
