package dev.capstan.simulator;

import static dev.capstan.simulator.Json.object;

import dev.capstan.simulator.PodDocument.Hole;
import dev.capstan.simulator.world.ContainerSpec;
import dev.capstan.simulator.world.Pod;
import dev.capstan.simulator.world.SecuritySettings;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bookkeeping of field owners that makes up a good part of every real pod's JSON, and that a reader must skip. */
final class ManagedFields {
    private static final Map<String, Object> EMPTY = Map.of();

    private ManagedFields() {}

    static Map<String, Object> of(Pod.Shape shape) {
        Map<String, Object> containers = new LinkedHashMap<>();
        for (ContainerSpec spec : shape.revision().template().of(ContainerSpec.Role.APP)) {
            containers.put(
                    "k:{\"name\":\"" + spec.name() + "\"}",
                    object(
                            ".", EMPTY,
                            "f:image", EMPTY,
                            "f:imagePullPolicy", EMPTY,
                            "f:name", EMPTY,
                            "f:resources", EMPTY,
                            "f:securityContext", security(spec.settings()),
                            "f:terminationMessagePath", EMPTY,
                            "f:terminationMessagePolicy", EMPTY));
        }
        return object(
                "manager", "kube-controller-manager",
                "operation", "Update",
                "apiVersion", "v1",
                "time", Hole.CREATED.mark(),
                "fieldsType", "FieldsV1",
                "fieldsV1",
                        object(
                                "f:metadata", object("f:generateName", EMPTY, "f:labels", object(".", EMPTY)),
                                "f:spec",
                                        object(
                                                "f:containers", containers,
                                                "f:dnsPolicy", EMPTY,
                                                "f:enableServiceLinks", EMPTY,
                                                "f:restartPolicy", EMPTY,
                                                "f:schedulerName", EMPTY,
                                                "f:securityContext", EMPTY,
                                                "f:terminationGracePeriodSeconds", EMPTY)));
    }

    private static Map<String, Object> security(SecuritySettings settings) {
        Map<String, Object> fields = object(".", EMPTY);
        if (settings.fields() != null) {
            for (String field : settings.fields().keySet()) {
                fields.put("f:" + field, EMPTY);
            }
        }
        return fields;
    }
}
