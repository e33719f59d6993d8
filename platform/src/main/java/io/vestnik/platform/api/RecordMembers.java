package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a record always has is always there in the description too. */
@Component
class RecordMembers implements ModelConverter {
    private static final String COMPONENTS = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        JavaType known = Json31.mapper().constructType(type.getType());
        if (schema == null || !known.isTypeOrSubTypeOf(Record.class)) {
            return schema;
        }
        Schema<?> described = schema.get$ref() == null
                ? schema
                : context.getDefinedModels().get(schema.get$ref().substring(COMPONENTS.length()));
        if (described != null && described.getProperties() != null) {
            for (RecordComponent component : known.getRawClass().getRecordComponents()) {
                require(component, described);
            }
        }
        return schema;
    }

    private static void require(RecordComponent component, Schema<?> described) {
        JsonProperty written = component.getAccessor().getAnnotation(JsonProperty.class);
        String name = written == null || written.value().isEmpty() ? component.getName() : written.value();
        boolean known =
                described.getRequired() != null && described.getRequired().contains(name);
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && described.getProperties().containsKey(name)
                && !known) {
            described.addRequiredItem(name);
        }
    }
}
