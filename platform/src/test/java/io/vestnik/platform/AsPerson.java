package io.vestnik.platform;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Tests that ask for pages in Russian as the demonstration's client does. */
@WebTest
public abstract class AsPerson {
    private static final Locale RUSSIAN = Locale.of("ru");

    @Autowired
    protected MockMvcTester mvc;

    @Autowired
    protected ApplicationContext context;

    protected final Who client() {
        return SignIns.who("client", context);
    }

    protected final MvcTestResult get(String uri) {
        return mvc.get()
                .uri(uri)
                .locale(RUSSIAN)
                .with(SignIns.as("client", context))
                .exchange();
    }

    /** Sends a form: name, value, name, value… */
    protected final MvcTestResult post(String uri, String... fields) {
        var request = mvc.post()
                .uri(uri)
                .locale(RUSSIAN)
                .with(SignIns.as("client", context))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    protected static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
