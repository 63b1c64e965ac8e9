package dev.capstan.collection.pod;

import dev.capstan.collection.MarkRules;
import dev.capstan.collection.pod.PodWire.Annotations;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads annotations and passes over those that are not kept, many kilobytes of them on some pods. */
class AnnotationsReader extends StdDeserializer<Annotations> {

    private static final String ISTIO_STATUS = "sidecar.istio.io/status";
    private static final String WORKLOAD_IDENTITY_PROXY = "azure.workload.identity/inject-proxy-sidecar";

    AnnotationsReader() {
        super(Annotations.class);
    }

    @Override
    public Annotations deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.isExpectedStartObjectToken()) {
            return (Annotations) context.handleUnexpectedToken(Annotations.class, parser);
        }
        Map<String, String> kept = new HashMap<>();
        String istioStatus = null;
        String workloadIdentityProxy = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            if (key.equals(ISTIO_STATUS)) {
                istioStatus = text(parser);
            } else if (key.equals(WORKLOAD_IDENTITY_PROXY)) {
                workloadIdentityProxy = text(parser);
            } else if (MarkRules.keepsAnnotation(key)
                    && parser.currentToken() == JsonToken.VALUE_STRING
                    && parser.getStringLength() <= MarkRules.LONGEST) {
                kept.put(key, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return new Annotations(kept, istioStatus, workloadIdentityProxy);
    }

    private static @Nullable String text(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        parser.skipChildren();
        return null;
    }
}
