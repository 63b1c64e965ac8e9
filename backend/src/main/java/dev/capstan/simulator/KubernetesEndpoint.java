package dev.capstan.simulator;

import static dev.capstan.simulator.Json.object;

import dev.capstan.simulator.world.Cluster;
import dev.capstan.simulator.world.WorkloadKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The API servers' part, all on one port: each cluster under a path of its own. */
final class KubernetesEndpoint {
    /** The audience of tokens for every AKS cluster that trusts Entra. */
    static final String AUDIENCE = "6dae42f8-4368-4678-94ff-3960e28e3630";

    private static final String PREFIX = "/clusters/";
    private static final Duration TOKENS_LIVE = Duration.ofMinutes(5);

    private final SimulatedFleet fleet;
    private final Tokens tokens;
    private final Kubeconfigs kubeconfigs;
    private final Map<String, Cluster> byLabel;
    private final Lists lists = new Lists();

    KubernetesEndpoint(SimulatedFleet fleet, Tokens tokens, Kubeconfigs kubeconfigs) {
        this.fleet = fleet;
        this.tokens = tokens;
        this.kubeconfigs = kubeconfigs;
        this.byLabel = fleet.clusters().stream().collect(Collectors.toMap(Cluster::dnsLabel, cluster -> cluster));
    }

    /** What a path asks for; empty where it is no cluster's. */
    Optional<Faults.Asked> asked(String path) {
        return cluster(path)
                .map(cluster -> new Faults.Asked(RequestKind.ofKubernetes(resource(path, cluster)), cluster.name()));
    }

    /** @param expire whether a continue token shall be found too old whatever its age */
    Answer answer(Call call, Instant t, boolean expire) {
        Cluster cluster = cluster(call.path()).orElseThrow();
        String resource = resource(call.path(), cluster);
        Optional<Answer> refusal = refusal(call, cluster, resource);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String user = call.client() == null ? fleet.clientId() : "masterclient";
        boolean podsForbidden =
                resource.equals("/api/v1/pods") && cluster.life().forbiddenAt(t);
        if (podsForbidden || cluster.admission().forbiddenAt(resource, t)) {
            return KubernetesErrors.forbidden(user, resource);
        }
        if (resource.equals("/version")) {
            return version(cluster.versionAt(t));
        }
        Optional<ContinueToken> token = call.parameter("continue").flatMap(ContinueToken::parse);
        if (token.isEmpty() && call.parameter("continue").isPresent()) {
            return KubernetesErrors.invalid("continue key is not valid");
        }
        if (token.isPresent()
                && (expire || token.get().instant(t).plus(TOKENS_LIVE).isBefore(t))) {
            return KubernetesErrors.expired(token.get().inconsistent());
        }
        return lists.of(cluster, resource, token.map(found -> found.instant(t)).orElse(t))
                .map(list -> list.page(call, token.map(ContinueToken::start)))
                .orElseGet(KubernetesErrors::unknownPath);
    }

    /** A client certificate of this cluster or a token for AKS lets in; nothing at all is somebody anonymous. */
    private Optional<Answer> refusal(Call call, Cluster cluster, String resource) {
        if (call.client() != null) {
            boolean admitted = kubeconfigs.admits(call.client(), cluster);
            return admitted ? Optional.empty() : Optional.of(KubernetesErrors.unauthorized());
        }
        if (call.bearer().isPresent()) {
            boolean admitted = cluster.life().entra()
                    && call.bearer()
                            .flatMap(tokens::audience)
                            .filter(AUDIENCE::equals)
                            .isPresent();
            return admitted ? Optional.empty() : Optional.of(KubernetesErrors.unauthorized());
        }
        return Optional.of(KubernetesErrors.anonymous(resource));
    }

    private Optional<Cluster> cluster(String path) {
        if (!path.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String label = path.substring(PREFIX.length()).split("/", 2)[0];
        return Optional.ofNullable(byLabel.get(label));
    }

    private static String resource(String path, Cluster cluster) {
        return path.substring((PREFIX + cluster.dnsLabel()).length());
    }

    private static Answer version(String version) {
        List<String> parts = List.of(version.split("\\."));
        return Answer.json(
                200,
                object("major", parts.get(0))
                        .with("minor", parts.get(1))
                        .with("gitVersion", "v" + version)
                        .with("gitTreeState", "clean")
                        .with("platform", "linux/amd64"));
    }

    /** Used by {@link Lists} to tell kinds of workloads by their path. */
    static Optional<WorkloadKind> workloads(String resource) {
        return switch (resource) {
            case "/apis/apps/v1/deployments" -> Optional.of(WorkloadKind.DEPLOYMENT);
            case "/apis/apps/v1/daemonsets" -> Optional.of(WorkloadKind.DAEMON_SET);
            case "/apis/apps/v1/statefulsets" -> Optional.of(WorkloadKind.STATEFUL_SET);
            case "/apis/batch/v1/cronjobs" -> Optional.of(WorkloadKind.CRON_JOB);
            default -> Optional.empty();
        };
    }
}
