package io.vestnik.platform.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Examples of operations, by method and path such as {@code POST /api/v1/messages}: of the path's variables under {@code path}, of
 * other parameters under {@code query}, of the body under {@code request}, of answers under their status.
 */
@Component
class ExampleBook {
    private static final List<String> FILES = List.of(
            "messages",
            "senders",
            "contacts",
            "segments",
            "bulk",
            "campaigns",
            "money",
            "promo",
            "reports",
            "webhooks",
            "settings");

    private final Map<String, Map<String, Object>> all = new HashMap<>();

    ExampleBook(JsonMapper json) {
        for (String file : FILES) {
            try (InputStream content = new ClassPathResource("api/examples/" + file + ".json").getInputStream()) {
                all.putAll(json.readValue(content, new TypeReference<Map<String, Map<String, Object>>>() {}));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** That of an operation; it has nothing where nobody wrote one. */
    Example of(String operation) {
        return new Example(all.getOrDefault(operation, Map.of()));
    }

    /** What one operation looks like. */
    record Example(Map<String, Object> parts) {
        Optional<Object> request() {
            return Optional.ofNullable(parts.get("request"));
        }

        Optional<Object> answer(String status) {
            return Optional.ofNullable(parts.get(status));
        }

        Optional<Object> parameter(String in, String name) {
            return parts.get(in) instanceof Map<?, ?> named ? Optional.ofNullable(named.get(name)) : Optional.empty();
        }
    }
}
