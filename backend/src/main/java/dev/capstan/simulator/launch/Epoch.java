package dev.capstan.simulator.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When the fleet's history begins: 120 days before the demo's first start, the same at every later one. */
final class Epoch {

    static final int DAYS = 120;

    private Epoch() {}

    /** The folder's epoch, made at the first start. */
    static Instant of(Path folder, Clock clock) {
        Path file = folder.resolve("fleet-epoch");
        try {
            if (Files.exists(file)) {
                return Instant.parse(Files.readString(file).strip());
            }
            Instant epoch = clock.instant().minus(Duration.ofDays(DAYS)).truncatedTo(ChronoUnit.SECONDS);
            Files.createDirectories(folder);
            Files.writeString(file, epoch + "\n");
            return epoch;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's folder " + folder + " cannot be used", e);
        }
    }
}
