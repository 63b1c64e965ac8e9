package dev.capstan.check;

import dev.capstan.check.tree.BadInput;
import dev.capstan.check.tree.Source;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gets the bytes to be judged, and never more of them than fit into memory. */
final class Input {

    private Input() {}

    /**
     * The bytes of the file, or of the standard input where it is {@code -}.
     *
     * @throws BadInput where there are too many
     * @throws IOException where they cannot be read
     */
    static byte[] bytes(String file, InputStream standard) throws IOException, BadInput {
        if (file.equals("-")) {
            return bounded(standard);
        }
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new IOException("it is a folder");
        }
        if (!Files.exists(path)) {
            throw new IOException("there is no such file");
        }
        if (Files.size(path) > Source.LONGEST) {
            throw tooLong();
        }
        // A pipe has no size; and a file may grow in between.
        try (InputStream stream = new FileInputStream(path.toFile())) {
            return bounded(stream);
        }
    }

    private static byte[] bounded(InputStream stream) throws IOException, BadInput {
        byte[] bytes = stream.readNBytes(Source.LONGEST + 1);
        if (bytes.length > Source.LONGEST) {
            throw tooLong();
        }
        return bytes;
    }

    private static BadInput tooLong() {
        return new BadInput(1, "the input is longer than the %d MB that are read".formatted(Source.LONGEST >> 20));
    }
}
