package dev.capstan.evaluation.admission;

/** Expressions in CEL as policies have them. */
public final class CelSamples {

    /** Nothing but NET_BIND_SERVICE is added. */
    public static final String ONLY_NET_BIND_SERVICE =
            everywhere("c.?securityContext.?capabilities.?add.orValue([]).all(name, name in ['NET_BIND_SERVICE'])");

    /** ALL is dropped. */
    public static final String DROP_ALL = everywhere(
            "has(c.securityContext) && has(c.securityContext.capabilities) && has(c.securityContext.capabilities.drop)"
                    + " && c.securityContext.capabilities.drop.exists_one(name, name == 'ALL')");

    /** Nothing is privileged. */
    public static final String NOT_PRIVILEGED = everywhere("c.?securityContext.?privileged.orValue(false) == false");

    private CelSamples() {}

    /** Of every container, which is called c. */
    public static String everywhere(String condition) {
        return "(object.spec.containers + object.spec.?initContainers.orValue([]) +"
                + " object.spec.?ephemeralContainers.orValue([])).all(c, %s)".formatted(condition);
    }

    /** Of the containers in one of the pod's lists. */
    public static String in(String field, String condition) {
        return "!has(object.spec.%s) || object.spec.%s.all(c, %s)".formatted(field, field, condition);
    }
}
