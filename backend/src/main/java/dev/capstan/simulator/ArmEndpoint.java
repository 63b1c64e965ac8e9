package dev.capstan.simulator;

import static dev.capstan.simulator.Json.object;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.capstan.simulator.world.AzureSettings;
import dev.capstan.simulator.world.Cluster;
import dev.capstan.simulator.world.Subscription;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Azure Resource Manager's part: subscriptions, clusters and their credentials. */
final class ArmEndpoint {
    /** Small, so that a fleet of any size comes in several pages. */
    private static final int CLUSTERS_PER_PAGE = 5;

    private static final int SUBSCRIPTIONS_PER_PAGE = 3;

    private static final String SAFEGUARDS = "providers/Microsoft.ContainerService/deploymentSafeguards/default";

    private static final Pattern PATH = Pattern.compile(
            "/subscriptions(?:/(?<subscription>[^/]+)(?:(?<all>/providers/Microsoft\\.ContainerService/managedClusters)"
                    + "|/resourceGroups/(?<group>[^/]+)/providers/Microsoft\\.ContainerService/managedClusters"
                    + "/(?<cluster>[^/]+)(?:/(?<action>[^/]+|" + SAFEGUARDS + "))?)?)?/?",
            Pattern.CASE_INSENSITIVE);

    private final SimulatedFleet fleet;
    private final Tokens tokens;
    private final Kubeconfigs kubeconfigs;
    private final ArmJson json;

    ArmEndpoint(SimulatedFleet fleet, Tokens tokens, Kubeconfigs kubeconfigs) {
        this.fleet = fleet;
        this.tokens = tokens;
        this.kubeconfigs = kubeconfigs;
        this.json = new ArmJson(fleet.tenantId());
    }

    /** What a path asks for; empty where it is none of Azure Resource Manager's. */
    static Optional<Faults.Asked> asked(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String cluster = matcher.group("cluster");
        if (cluster == null) {
            boolean clusters = matcher.group("all") != null;
            return Optional.of(new Faults.Asked(clusters ? RequestKind.CLUSTERS : RequestKind.SUBSCRIPTIONS, ""));
        }
        return Optional.of(new Faults.Asked(kind(matcher.group("action")), cluster));
    }

    private static RequestKind kind(@Nullable String action) {
        if (action == null) {
            return RequestKind.CLUSTER;
        } else if (action.equalsIgnoreCase("listClusterAdminCredential")) {
            return RequestKind.ADMIN_CREDENTIAL;
        } else if (action.equalsIgnoreCase("listClusterUserCredential")) {
            return RequestKind.USER_CREDENTIAL;
        } else if (action.equalsIgnoreCase(SAFEGUARDS)) {
            return RequestKind.SAFEGUARDS;
        }
        return RequestKind.OTHER;
    }

    Answer answer(Call call, URI base, Instant t) {
        String token = call.bearer().orElse("");
        if (token.isEmpty()) {
            return ArmErrors.nested(
                            401,
                            "AuthenticationFailed",
                            "Authentication failed. The 'Authorization' header is missing.")
                    .with("WWW-Authenticate", "Bearer authorization_uri=\"" + base + "/" + fleet.tenantId() + "\"");
        }
        if (tokens.audience(token)
                .filter(audience -> !audience.equals(KubernetesEndpoint.AUDIENCE))
                .isEmpty()) {
            return ArmErrors.unauthorized("The access token is invalid.");
        }
        if (call.parameter("api-version").isEmpty()) {
            return ArmErrors.nested(
                    400,
                    "MissingApiVersionParameter",
                    "The api-version query parameter (?api-version=)" + " is required for all requests.");
        }
        Matcher matcher = PATH.matcher(call.path());
        if (!matcher.matches()) {
            return ArmErrors.nested(404, "InvalidResourceType", "The resource type could not be found.");
        }
        String id = matcher.group("subscription");
        if (id == null) {
            List<Map<String, Object>> all =
                    fleet.subscriptions().stream().map(json::subscription).toList();
            return page(all, SUBSCRIPTIONS_PER_PAGE, call, base);
        }
        Optional<Subscription> subscription = fleet.subscriptions().stream()
                .filter(s -> s.id().equalsIgnoreCase(id))
                .findFirst();
        if (subscription.isEmpty()) {
            return ArmErrors.nested(404, "SubscriptionNotFound", "The subscription '" + id + "' could not be found.");
        }
        if (matcher.group("all") != null) {
            List<Map<String, Object>> all = fleet.clustersOf(id, t).stream()
                    .map(c -> json.cluster(c, t, apiVersion(call)))
                    .toList();
            return page(all, CLUSTERS_PER_PAGE, call, base);
        }
        String name = matcher.group("cluster");
        if (name == null) {
            return Answer.json(200, json.subscription(subscription.get()));
        }
        return fleet.clustersOf(id, t).stream()
                .filter(c ->
                        c.name().equalsIgnoreCase(name) && c.resourceGroup().equalsIgnoreCase(matcher.group("group")))
                .findFirst()
                .map(cluster -> ofCluster(cluster, kind(matcher.group("action")), call, base, t))
                .orElseGet(() -> ArmErrors.nested(
                        404,
                        "ResourceNotFound",
                        "The Resource 'Microsoft.ContainerService/managedClusters/" + name + "' under resource group '"
                                + matcher.group("group") + "' was not found. For more details please go to"
                                + " https://aka.ms/ARMResourceNotFoundFix"));
    }

    private Answer ofCluster(Cluster cluster, RequestKind kind, Call call, URI base, Instant t) {
        boolean post = call.method().equals("POST");
        if (kind == RequestKind.CLUSTER && !post) {
            return Answer.json(200, json.cluster(cluster, t, apiVersion(call)));
        } else if (kind == RequestKind.SAFEGUARDS && !post) {
            return safeguards(cluster, t);
        } else if (kind == RequestKind.ADMIN_CREDENTIAL && post) {
            return cluster.life().localAccounts()
                    ? kubeconfig("clusterAdmin", kubeconfigs.admin(cluster, base, t))
                    : ArmErrors.flat(
                            400,
                            "BadRequest",
                            "Getting static credential is not allowed because this cluster"
                                    + " is set to disable local accounts.");
        } else if (kind == RequestKind.USER_CREDENTIAL && post) {
            return kubeconfig(
                    "clusterUser",
                    cluster.life().entra()
                            ? kubeconfigs.user(cluster, base, t, fleet.tenantId())
                            : kubeconfigs.admin(cluster, base, t));
        }
        return ArmErrors.nested(404, "InvalidResourceType", "The resource type could not be found.");
    }

    private static Answer safeguards(Cluster cluster, Instant t) {
        AzureSettings.Safeguards safeguards = cluster.azureAt(t).safeguards();
        return safeguards == null || safeguards.level().equals("Off")
                ? ArmErrors.nested(
                        404,
                        "ResourceNotFound",
                        "The Resource 'Microsoft.ContainerService/deploymentSafeguards/default' was not found.")
                : Answer.json(200, AdmissionInAzure.safeguards(cluster, safeguards));
    }

    private static String apiVersion(Call call) {
        return call.parameter("api-version").orElse("");
    }

    private static Answer kubeconfig(String name, String text) {
        String value = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
        return Answer.json(
                200, object("kubeconfigs", List.of(object("name", name).with("value", value))));
    }

    private static Answer page(List<Map<String, Object>> all, int size, Call call, URI base) {
        int from = Math.min(
                all.size(),
                call.parameter("$skiptoken").map(ArmEndpoint::skipped).orElse(0));
        int to = Math.min(all.size(), from + size);
        String skip = Base64.getEncoder().encodeToString(Json.bytes(object("Skip", to)));
        String next = base + call.path() + "?api-version=" + call.query().get("api-version") + "&%24skiptoken="
                + URLEncoder.encode(skip, UTF_8);
        return Answer.json(200, object("value", all.subList(from, to)).with("nextLink", to < all.size() ? next : null));
    }

    private static int skipped(String token) {
        return Json.MAPPER
                .readTree(Base64.getDecoder().decode(token))
                .path("Skip")
                .asInt(0);
    }
}
