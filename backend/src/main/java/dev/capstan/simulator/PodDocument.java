package dev.capstan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.SECONDS;

import dev.capstan.simulator.world.Pod;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON of all pods of one shape, rendered once and cut where the pods differ: a pod costs a handful of copies, not
 * a walk through its structure.
 */
final class PodDocument {
    private static final char MARK = '§';

    private final List<byte[]> fixed = new ArrayList<>();
    private final List<Hole> holes = new ArrayList<>();

    PodDocument(Pod.Shape shape) {
        String[] parts = Json.MAPPER.writeValueAsString(PodJson.of(shape)).split(String.valueOf(MARK), -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 0) {
                fixed.add(parts[i].getBytes(UTF_8));
            } else {
                holes.add(Hole.valueOf(parts[i]));
            }
        }
    }

    void write(Pod pod, OutputStream out) throws IOException {
        for (int i = 0; i < holes.size(); i++) {
            out.write(fixed.get(i));
            out.write(holes.get(i).of(pod).getBytes(UTF_8));
        }
        out.write(fixed.getLast());
    }

    /** Where the pods of one shape differ. */
    enum Hole {
        NAME,
        UID,
        VERSION,
        CREATED,
        NODE,
        HOST_ADDRESS,
        ADDRESS,
        ID,
        OWNER_NAME,
        OWNER_UID;

        /** How the hole is marked in the text to be cut. */
        String mark() {
            return MARK + name() + MARK;
        }

        private String of(Pod pod) {
            return switch (this) {
                case NAME -> pod.name();
                case UID -> pod.uid();
                case VERSION -> Long.toString(pod.created().getEpochSecond() - 1_600_000_000L);
                case CREATED -> pod.created().truncatedTo(SECONDS).toString();
                case NODE -> pod.node().name();
                case HOST_ADDRESS -> pod.node().address();
                case ADDRESS ->
                    "10.244." + Integer.parseInt(pod.uid(), 0, 2, 16) + "." + Integer.parseInt(pod.uid(), 2, 4, 16);
                case ID -> pod.uid().replace("-", "");
                case OWNER_NAME -> pod.owner() == null ? "" : pod.owner().name();
                case OWNER_UID -> pod.owner() == null ? "" : pod.owner().uid();
            };
        }
    }
}
