package io.vestnik.platform.api;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.domain.KeyRing;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests that ask the whole application as the programs of the demonstration's customers do. */
@WebTest
abstract class AsCustomer {
    /** One key for a customer of each context. */
    private static final Map<ApplicationContext, Map<String, String>> KEYS =
            Collections.synchronizedMap(new WeakHashMap<>());

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    private JsonMapper json;

    private String login = "client";

    final MvcTestResult get(String uri) {
        return ask(HttpMethod.GET, uri, null);
    }

    final MvcTestResult post(String uri, String body) {
        return ask(HttpMethod.POST, uri, body);
    }

    final MvcTestResult put(String uri, String body) {
        return ask(HttpMethod.PUT, uri, body);
    }

    final MvcTestResult delete(String uri) {
        return ask(HttpMethod.DELETE, uri, null);
    }

    /** With headers by name and value. */
    final MvcTestResult ask(HttpMethod method, String uri, @Nullable String body, String... headers) {
        MockMvcRequestBuilder request = mvc.method(method).uri(uri).header("Authorization", "Bearer " + key());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return request.exchange();
    }

    /** The next requests come from this customer's owner. */
    final void as(String customer) {
        login = customer;
    }

    final String key() {
        return KEYS.computeIfAbsent(context, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        login,
                        it -> context.getBean(KeyRing.class)
                                .create(SignIns.who(it, context), "program", Role.OWNER)
                                .orElseThrow());
    }

    final JsonNode read(MvcTestResult answer) {
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    static String tag(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("ETag"));
    }
}
