package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class ConsentDoorTests {
    @Configuration(proxyBeanMethods = false)
    @Import(ApiSlice.class)
    static class Slice {}

    @Autowired
    private MockMvcTester mvc;

    @Test
    void notesAndTellsWhatAPersonAgreedTo() {
        assertThat(post("{\"items\":[{\"phone\":\"8 916"
                        + " 000-00-01\",\"at\":\"2026-01-01T10:00:00Z\",\"source\":\"shop\"}]}"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"added\":1}");
        assertThat(mvc.get()
                        .uri("/api/v1/consents?phone=79160000001")
                        .header("Authorization", "Bearer test-1")
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.items[0].source", it -> it.assertThat().isEqualTo("shop"))
                .hasPathSatisfying("$.items[0].given", it -> it.assertThat().isEqualTo(true));
    }

    @Test
    void refusesWhatItCannotReadWithAPointerToIt() {
        assertThat(post("{\"items\":[{\"phone\":\"12\",\"channel\":\"pigeon\",\"at\":\"2999-01-01T10:00:00Z\"}]}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .hasPathSatisfying("$.errors.length()", it -> it.assertThat().isEqualTo(3));
        assertThat(post("{}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post("{\"items\":[null,{\"phone\":\"79160000001\",\"at\":\"-9999-01-01T10:00:00Z\"}]}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .hasPathSatisfying("$.errors[0].pointer", it -> it.assertThat().isEqualTo("/items/0"))
                .hasPathSatisfying("$.errors[1].pointer", it -> it.assertThat().isEqualTo("/items/1/at"));
    }

    private MvcTestResult post(String body) {
        return mvc.post()
                .uri("/api/v1/consents")
                .header("Authorization", "Bearer test-1")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
