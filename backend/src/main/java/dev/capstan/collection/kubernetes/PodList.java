package dev.capstan.collection.kubernetes;

import dev.capstan.collection.FailureCause;
import dev.capstan.collection.pod.PodWire;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lists every pod of a cluster. A continue token that expires once starts the list over; the second time the list goes
 * on with the server's fresh token and is marked, because changes in between may be missed.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks">
 *     Retrieving large result sets in chunks</a>
 */
final class PodList {

    private final KubernetesApi api;
    private final Nodes nodes;
    private PodFold fold;
    private @Nullable String token;
    private boolean startedOver;
    private boolean consistent = true;

    private PodList(KubernetesApi api, Nodes nodes) {
        this.api = api;
        this.nodes = nodes;
        this.fold = new PodFold(nodes);
    }

    /** Reads all pages, telling after each how many pods there are so far. */
    static PodList read(KubernetesApi api, Nodes nodes, IntConsumer podsRead) throws CannotRead {
        PodList list = new PodList(api, nodes);
        boolean more;
        do {
            more = list.nextPage();
            podsRead.accept(list.fold.pods());
        } while (more);
        return list;
    }

    /** The containers of all pods. */
    PodFold fold() {
        return fold;
    }

    /** Whether all pages show one moment. */
    boolean consistent() {
        return consistent;
    }

    private boolean nextPage() throws CannotRead {
        return switch (api.page("/api/v1/pods", token, PodWire.class, fold::add)) {
            case Page.Read(String next) -> {
                token = next;
                yield next != null;
            }
            case Page.Expired(String fresh) -> {
                expired(fresh);
                yield true;
            }
        };
    }

    private void expired(@Nullable String fresh) throws CannotRead {
        if (!startedOver) {
            startedOver = true;
            fold = new PodFold(nodes);
            token = null;
        } else if (fresh != null) {
            consistent = false;
            token = fresh;
        } else {
            throw new CannotRead(FailureCause.TIMED_OUT, "The list of pods expired twice while it was read");
        }
    }
}
