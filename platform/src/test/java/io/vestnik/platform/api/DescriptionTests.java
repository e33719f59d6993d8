package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as it describes itself. */
@SpringBootTest(classes = ApiTests.Slice.class)
@AutoConfigureMockMvc
class DescriptionTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JsonMapper json;

    @Test
    void describesItselfAndCanBeTried() {
        assertThat(mvc.get().uri("/api/v1/openapi.json"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.openapi")
                .isEqualTo("3.1.0");
        assertThat(mvc.get().uri("/api/v1/openapi.json"))
                .bodyText()
                .contains("/api/v1/messages", "Idempotency-Key", "validity_minutes", "bearer")
                .doesNotContain("\"name\":\"who\"", "/health");
        assertThat(mvc.get().uri("/api/v1/docs"))
                .hasStatusOk()
                .bodyText()
                .contains("/swagger-ui-bundle-", "data-description=\"/api/v1/openapi.json\"");
    }

    @Test
    void tellsOfTheHeadersThatEveryDoorTakesAndAnswers() throws IOException {
        JsonNode paths = json.readTree(mvc.get()
                        .uri("/api/v1/openapi.json")
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray())
                .get("paths");
        assertThat(paths.size()).isGreaterThan(30);
        for (JsonNode path : paths) {
            for (Map.Entry<String, JsonNode> operation : path.properties()) {
                JsonNode about = operation.getValue();
                assertThat(about.at("/responses/default/headers").propertyNames())
                        .contains("Retry-After", "RateLimit");
                boolean upload =
                        about.at("/requestBody/content/multipart~1form-data").isObject();
                boolean once = operation.getKey().equals("post") && !upload;
                assertThat(about.findValuesAsString("name").contains("Idempotency-Key"))
                        .as("%s %s", operation.getKey(), about.get("summary"))
                        .isEqualTo(once);
            }
        }
    }
}
