package io.vestnik.platform.api;

import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Tests that ask as a client's program does, with a key that may do everything. */
@SpringBootTest(classes = ApiTests.Slice.class)
@AutoConfigureMockMvc
abstract class AsProgram {
    @Autowired
    MockMvcTester mvc;

    final MvcTestResult post(String uri, String json) {
        return post(uri, json, "test-all", "");
    }

    final MvcTestResult post(String uri, String json, String token, String key) {
        var request = mvc.post()
                .uri(uri)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
        return key.isEmpty()
                ? request.exchange()
                : request.header("Idempotency-Key", key).exchange();
    }

    final MvcTestResult get(String uri) {
        return mvc.get().uri(uri).header("Authorization", "Bearer test-all").exchange();
    }

    final MvcTestResult put(String uri, String json) {
        return mvc.put()
                .uri(uri)
                .header("Authorization", "Bearer test-all")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    final MvcTestResult delete(String uri) {
        return mvc.delete().uri(uri).header("Authorization", "Bearer test-all").exchange();
    }

    static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
