package dev.capstan.simulator;

import static dev.capstan.simulator.Json.object;

/** Error bodies of Azure Resource Manager and of the AKS service behind it, which use two different shapes. */
final class ArmErrors {
    private ArmErrors() {}

    /** The shape of Azure Resource Manager itself. */
    static Answer nested(int status, String code, String message) {
        return Answer.json(status, object("error", object("code", code).with("message", message)));
    }

    /** The shape of the AKS service. */
    static Answer flat(int status, String code, String message) {
        return Answer.json(status, object("code", code).with("message", message));
    }

    /** The body that goes with a status, as for a fault that was asked for. */
    static Answer of(int status, Call call) {
        return switch (status) {
            case 401 -> unauthorized("The access token is invalid.");
            case 403 ->
                nested(
                        403,
                        "AuthorizationFailed",
                        "The client does not have authorization to perform action"
                                + " 'Microsoft.ContainerService/managedClusters/" + action(call) + "' over scope '"
                                + call.path()
                                + "' or the scope is invalid. If access was recently granted, please refresh"
                                + " your credentials.");
            case 404 ->
                nested(
                        404,
                        "ResourceNotFound",
                        "The Resource 'Microsoft.ContainerService/managedClusters' was not"
                                + " found. For more details please go to https://aka.ms/ARMResourceNotFoundFix");
            case 409 ->
                flat(
                        409,
                        "OperationNotAllowed",
                        "Operation is not allowed: Another operation (Updating) is in"
                                + " progress, please wait for it to finish before starting a new operation."
                                + " See https://aka.ms/aks-pending-operation for more details");
            case 429 ->
                flat(
                        429,
                        "Throttled",
                        "The request limit has been exceeded, please retry again later."
                                + " For more information, please visit aka.ms/aks/throttling");
            case 503 -> nested(503, "ServiceUnavailable", "The service is unavailable now, please retry later.");
            default -> nested(status, "InternalServerError", "Encountered internal server error.");
        };
    }

    static Answer unauthorized(String why) {
        return nested(401, "InvalidAuthenticationToken", why)
                .with("WWW-Authenticate", "Bearer error=\"invalid_token\", error_description=\"" + why + "\"");
    }

    private static String action(Call call) {
        String last = call.path().substring(call.path().lastIndexOf('/') + 1);
        return last.startsWith("listCluster") ? last + "/action" : "read";
    }
}
