package io.vestnik.platform.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Puts into the description what filters do for every door: headers that are asked and answered, and the bounds of a page. */
final class DescribedHeaders {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 100;

    private DescribedHeaders() {}

    /** Adds them to an operation whose answers are all there. */
    static void describe(HttpMethod method, Operation operation) {
        List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
        boolean once = method == HttpMethod.POST && !isUpload(operation.getRequestBody());
        if (once && parameters.stream().noneMatch(it -> it.getName().equals(IDEMPOTENCY_KEY))) {
            operation.addParametersItem(idempotencyKey());
        }
        boolean tagged = parameters.stream()
                .anyMatch(it -> it.getName().equals(HttpHeaders.IF_MATCH)
                        || it.getName().equals(HttpHeaders.IF_NONE_MATCH));
        parameters.stream().filter(DescribedHeaders::isLimit).forEach(DescribedHeaders::bound);
        operation.getResponses().forEach((status, response) -> {
            response.addHeaderObject("RateLimit", text("What the limits of the key leave, where it has any"));
            response.addHeaderObject("RateLimit-Policy", text("The limits of the key, where it has any"));
            if (status.startsWith("2")) {
                if (once) {
                    response.addHeaderObject(
                            "Idempotent-Replayed", text("true where this was answered before under the same key"));
                }
                if (tagged) {
                    response.addHeaderObject(HttpHeaders.ETAG, text("The version, for If-Match"));
                }
            } else if (status.equals("default")) {
                response.addHeaderObject(
                        HttpHeaders.RETRY_AFTER,
                        new Header()
                                .description("After how many seconds it may be asked again, where it may")
                                .schema(new IntegerSchema()));
            }
        });
    }

    private static boolean isUpload(RequestBody body) {
        return body != null
                && body.getContent() != null
                && body.getContent().containsKey(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    private static Parameter idempotencyKey() {
        Schema<String> key = new StringSchema();
        key.setMinLength(1);
        key.setMaxLength(LONGEST_KEY);
        return new HeaderParameter()
                .name(IDEMPOTENCY_KEY)
                .required(false)
                .description("Sent again with the same key within 24 hours, it is done once")
                .schema(key);
    }

    private static boolean isLimit(Parameter parameter) {
        return parameter.getName().equals("limit") && parameter.getSchema() != null;
    }

    private static void bound(Parameter limit) {
        limit.getSchema().setMinimum(BigDecimal.ONE);
        limit.getSchema().setMaximum(BigDecimal.valueOf(Pages.MOST));
    }

    private static Header text(String description) {
        return new Header().description(description).schema(new StringSchema());
    }
}
