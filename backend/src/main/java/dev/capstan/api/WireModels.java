package dev.capstan.api;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.Tag;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes values as they travel: enumerations by their words, and what can be null as such. */
final class WireModels implements ModelConverter {

    private static final String NULL = "null";

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType java = TypeFactory.defaultInstance().constructType(type.getType());
        Class<?> raw = java == null ? Object.class : java.getRawClass();
        if (raw.isEnum()) {
            StringSchema schema = new StringSchema();
            schema.setEnum(Words.all((Class<? extends Enum<?>>) raw));
            return schema;
        }
        if (raw == AsOf.class || raw == Tag.class) {
            // A single value, though Java makes a record of it.
            return new StringSchema().description(Words.allowed(raw));
        }
        Schema<?> schema = others.hasNext() ? others.next().resolve(type, context, others) : null;
        if (schema != null && schema.get$ref() != null && raw.isRecord()) {
            String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            Schema<?> model = context.getDefinedModels().get(name);
            if (model != null && model.getProperties() != null) {
                sayWhatCanBeNull(raw, model.getProperties());
            }
        }
        return schema;
    }

    @SuppressWarnings("rawtypes")
    private static void sayWhatCanBeNull(Class<?> type, Map<String, Schema> properties) {
        for (RecordComponent component : type.getRecordComponents()) {
            Schema<?> property = properties.get(component.getName());
            if (property != null && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(component.getName(), orNull(property));
            }
        }
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.getOneOf() != null) {
            return property;
        }
        if (property.get$ref() != null) {
            return new Schema<>()
                    .description(property.getDescription())
                    .oneOf(List.of(new Schema<>().$ref(property.get$ref()), nothing()));
        }
        LinkedHashSet<String> types = new LinkedHashSet<>();
        types.addAll(property.getTypes() == null ? List.of(property.getType()) : property.getTypes());
        types.add(NULL);
        property.setTypes(types);
        if (property instanceof StringSchema words
                && words.getEnum() != null
                && !words.getEnum().contains(null)) {
            List<String> all = new ArrayList<>(words.getEnum());
            all.add(null);
            words.setEnum(all);
        }
        return property;
    }

    private static Schema<?> nothing() {
        Schema<?> nothing = new Schema<>();
        nothing.setTypes(new LinkedHashSet<>(List.of(NULL)));
        return nothing;
    }
}
