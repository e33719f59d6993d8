package io.vestnik.platform.contacts.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.jobs.JobId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMultipartMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** A client who uploads tables of people. */
abstract class Uploading extends AsClient {
    @Autowired
    JdbcClient jdbc;

    /** Uploads a table that can be read; the page that looks into it. */
    final String looked(String name, byte[] content) {
        return redirect(upload(name, content).exchange().getResponse());
    }

    /** The page of the job that was started. */
    static String started(MockMvcRequestBuilder request) {
        return redirect(request.exchange().getResponse());
    }

    static String redirect(MockHttpServletResponse response) {
        @Nullable String to = response.getRedirectedUrl();
        return Objects.requireNonNull(to, () -> "No redirect but " + response.getStatus());
    }

    static JobId job(String page) {
        return new JobId(Long.parseLong(page.replaceAll("/contacts/jobs/(\\d+).*", "$1")));
    }

    final MockMultipartMvcRequestBuilder upload(String name, byte[] content) {
        return mvc.post()
                .uri("/contacts/load")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .with(csrf().asHeader())
                .with(SignIns.as("client", context));
    }
}
