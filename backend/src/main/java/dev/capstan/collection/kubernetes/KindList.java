package dev.capstan.collection.kubernetes;

import dev.capstan.collection.admission.Listing;
import dev.capstan.collection.kubernetes.admission.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lists all objects of one kind, whole or not at all; whatever goes wrong is told and stays with this kind. */
final class KindList<T> {

    private static final int MOST_OF_A_REASON = 300;

    private final KubernetesApi api;
    private final Kind<T> kind;
    private final Allowance allowance;
    private final Allowance before;
    private List<T> facts = new ArrayList<>();
    private @Nullable String token;
    private boolean startedOver;
    private @Nullable String trouble;

    private KindList(KubernetesApi api, Kind<T> kind, Allowance allowance) {
        this.api = api;
        this.kind = kind;
        this.allowance = allowance;
        this.before = allowance.copy();
    }

    /**
     * Lists the kind in the first of its versions that is served.
     *
     * @param allowance how much may be read; it gets less by what is
     * @throws CannotRead only when the reading as a whole was interrupted
     */
    static <T> Listing<T> read(KubernetesApi api, Kind<T> kind, Allowance allowance) throws CannotRead {
        for (String path : kind.paths()) {
            Listing<T> listing = new KindList<>(api, kind, allowance).read(path);
            if (!(listing instanceof Listing.Absent<T>)) {
                return listing;
            }
        }
        return new Listing.Absent<>();
    }

    private Listing<T> read(String path) throws CannotRead {
        try {
            boolean more;
            do {
                more = nextPage(path);
            } while (more && trouble == null);
            return trouble == null ? new Listing.Read<>(facts) : unread(trouble);
        } catch (CannotRead e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return switch (e.status()) {
                case 404 -> new Listing.Absent<>();
                case 403 -> unread("may not be listed: the permission " + kind.permission() + " is missing");
                default -> unread("could not be read: " + e.detail());
            };
        }
    }

    private boolean nextPage(String path) throws CannotRead {
        return switch (api.page(path, token, JsonNode.class, this::take)) {
            case Page.Read(String next) -> {
                token = next;
                yield next != null;
            }
            case Page.Expired _ -> {
                expired();
                yield true;
            }
        };
    }

    private void expired() {
        if (startedOver) {
            trouble = "expired twice while they were read";
        } else {
            startedOver = true;
            token = null;
            facts = new ArrayList<>();
            allowance.become(before);
        }
    }

    private void take(JsonNode item) {
        if (trouble != null) {
            return;
        }
        trouble = allowance.take(item.toString().length());
        if (trouble == null) {
            understand(item);
        }
    }

    // Whatever form an object has, it may cost its own kind and nothing else.
    private void understand(JsonNode item) {
        try {
            facts.addAll(kind.facts(item));
        } catch (RuntimeException e) {
            trouble = "could not be read: " + name(item) + " is not understood, " + firstLine(e);
        }
    }

    private static String name(JsonNode item) {
        JsonNode metadata = item.path("metadata");
        String namespace = metadata.path("namespace").asString("");
        String name = metadata.path("name").asString("");
        return name.isEmpty() ? "one without a name" : namespace.isEmpty() ? name : namespace + "/" + name;
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }

    private Listing<T> unread(String why) {
        String sentence = kind.title() + " " + why;
        return new Listing.Unread<>(
                sentence.length() > MOST_OF_A_REASON ? sentence.substring(0, MOST_OF_A_REASON) + "…" : sentence);
    }
}
