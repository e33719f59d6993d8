package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The API as it describes itself. */
@SpringBootTest(classes = ApiTests.Slice.class)
@AutoConfigureMockMvc
class DescriptionTests {
    @Autowired
    private MockMvcTester mvc;

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
                .doesNotContain("\"who\"", "/health");
        assertThat(mvc.get().uri("/api/v1/docs"))
                .hasStatusOk()
                .bodyText()
                .contains("/swagger-ui-bundle-", "data-description=\"/api/v1/openapi.json\"");
    }
}
