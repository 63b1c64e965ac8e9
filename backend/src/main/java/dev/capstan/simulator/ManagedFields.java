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
                    object(".", EMPTY)
                            .with("f:image", EMPTY)
                            .with("f:name", EMPTY)
                            .with("f:securityContext", security(spec.settings())));
        }
        return object("manager", "kube-controller-manager")
                .with("operation", "Update")
                .with("apiVersion", "v1")
                .with("time", Hole.CREATED.mark())
                .with("fieldsType", "FieldsV1")
                .with(
                        "fieldsV1",
                        object("f:metadata", object("f:generateName", EMPTY).with("f:labels", object(".", EMPTY)))
                                .with(
                                        "f:spec",
                                        object("f:containers", containers)
                                                .with("f:dnsPolicy", EMPTY)
                                                .with("f:enableServiceLinks", EMPTY)
                                                .with("f:restartPolicy", EMPTY)
                                                .with("f:schedulerName", EMPTY)
                                                .with("f:securityContext", EMPTY)
                                                .with("f:terminationGracePeriodSeconds", EMPTY)));
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
