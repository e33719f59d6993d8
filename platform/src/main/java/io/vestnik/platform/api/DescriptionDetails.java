package io.vestnik.platform.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Puts into the description what stands in no annotation: examples of each operation, and the problem that each may answer with. */
@Component
class DescriptionDetails implements OpenApiCustomizer {
    private static final String PROBLEM = "Problem";
    private static final String OCTETS = "application/octet-stream";
    private static final String PROBLEM_JSON = "application/problem+json";

    private final ExampleBook examples;

    DescriptionDetails(ExampleBook examples) {
        this.examples = examples;
    }

    @Override
    public void customise(OpenAPI description) {
        description.getComponents().addSchemas(PROBLEM, problem());
        description
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    describe(operation, examples.of(method + " " + path));
                    DescribedHeaders.describe(method, operation);
                }));
    }

    private static void describe(Operation operation, ExampleBook.Example example) {
        List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
        parameters.forEach(parameter ->
                example.parameter(parameter.getIn(), parameter.getName()).ifPresent(parameter::setExample));
        if (operation.getRequestBody() != null) {
            example.request().ifPresent(body -> put(operation.getRequestBody().getContent(), body));
        }
        // Whatever answers with a body has an example of it.
        operation
                .getResponses()
                .forEach((status, response) -> example.answer(status)
                        .ifPresentOrElse(body -> put(response.getContent(), body), () -> drop(response)));
        operation.getResponses().addApiResponse("default", refusal());
    }

    /** Of octets there is no example. */
    private static void drop(ApiResponse response) {
        if (response.getContent() == null || !response.getContent().containsKey(OCTETS)) {
            response.setContent(null);
        }
    }

    private static void put(Content content, Object example) {
        content.values().forEach(media -> media.setExample(example));
    }

    private static ApiResponse refusal() {
        MediaType media = new MediaType()
                .schema(referred(PROBLEM))
                .example(Map.of(
                        "type",
                        "urn:vestnik:problem:invalid",
                        "title",
                        "The request has faults",
                        "status",
                        422,
                        "errors",
                        List.of(Map.of("pointer", "/recipient", "code", "bad_recipient"))));
        return new ApiResponse()
                .description("A refusal (RFC 9457): programs look at its type")
                .content(new Content().addMediaType(PROBLEM_JSON, media));
    }

    private static Schema<Object> problem() {
        Schema<Object> errors = schema("array", "What is wrong, each with a JSON pointer and a code");
        errors.setItems(referred("FieldError"));
        Schema<Object> problem = schema("object", "A refusal (RFC 9457); more members may stand beside these");
        problem.setProperties(Map.of(
                "type", schema("string", "What it is: urn:vestnik:problem: and a code that never changes its meaning"),
                "title", schema("string", "What it is, in the language of the request"),
                "status", schema("integer", "That of HTTP"),
                "detail", schema("string", "What is wrong in this case"),
                "instance", schema("string", "The path that was asked"),
                "request", schema("string", "The id of the request, for whoever helps"),
                "errors", errors));
        problem.setRequired(List.of("type", "title", "status"));
        return problem;
    }

    private static Schema<Object> schema(String type, String description) {
        Schema<Object> schema = new Schema<>();
        schema.setTypes(Set.of(type));
        schema.setDescription(description);
        return schema;
    }

    private static Schema<Object> referred(String name) {
        Schema<Object> schema = new Schema<>();
        schema.set$ref("#/components/schemas/" + name);
        return schema;
    }
}
