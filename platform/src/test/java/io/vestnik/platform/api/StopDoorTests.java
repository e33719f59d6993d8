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
class StopDoorTests {
    @Configuration(proxyBeanMethods = false)
    @Import(ApiSlice.class)
    static class Slice {}

    @Autowired
    private MockMvcTester mvc;

    @Test
    void addsListsAndTakesOff() {
        assertThat(post("{\"phones\":[\"8 (916) 000-00-01\",\"+79160000002\"],\"reason\":\"asked\"}"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"added\":2,\"known\":0}");
        assertThat(post("{\"phones\":[\"79160000001\"],\"scope\":\"sender\",\"sender\":\"SHOP\"}"))
                .hasStatusOk();
        assertThat(post("{\"phones\":[\"79160000001\"]}")).bodyJson().isStrictlyEqualTo("{\"added\":0,\"known\":1}");
        assertThat(get("/api/v1/stops?limit=2"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.items.length()", it -> it.assertThat().isEqualTo(2))
                .hasPathSatisfying("$.items[0].sender", it -> it.assertThat().isEqualTo("SHOP"))
                .hasPathSatisfying("$.next", it -> it.assertThat().isNotEmpty());
        assertThat(delete("/api/v1/stops?phone=79160000001&scope=sender&sender=SHOP"))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(delete("/api/v1/stops?phone=79160000001")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(delete("/api/v1/stops?phone=79160000001")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void refusesWhatItCannotReadWithAPointerToIt() {
        assertThat(post("{\"phones\":[\"79160000003\",\"12\"]}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .hasPathSatisfying("$.errors[0].pointer", it -> it.assertThat().isEqualTo("/phones/1"));
        assertThat(post("{\"phones\":[\"79160000003\"],\"scope\":\"channel\",\"channel\":\"pigeon\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post("{}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(get("/api/v1/stops?cursor=tomorrow"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("not_a_cursor");
        assertThat(get("/api/v1/stops?limit=0")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(delete("/api/v1/stops?phone=12")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void needsTheRight() {
        assertThat(mvc.get()
                        .uri("/api/v1/stops")
                        .header("Authorization", "Bearer test-without-contacts:stops")
                        .exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private MvcTestResult post(String body) {
        return mvc.post()
                .uri("/api/v1/stops")
                .header("Authorization", "Bearer test-1")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).header("Authorization", "Bearer test-1").exchange();
    }

    private MvcTestResult delete(String path) {
        return mvc.delete().uri(path).header("Authorization", "Bearer test-1").exchange();
    }
}
