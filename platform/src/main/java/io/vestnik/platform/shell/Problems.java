package io.vestnik.platform.shell;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Makes the answers of refusals for programs (RFC 9457). The type is {@code urn:vestnik:problem:CODE}: codes never change their
 * meaning. Each carries the request's id for support.
 */
@Component
public class Problems {

    /** The name under which the id of the present request is logged and answered. */
    public static final String REQUEST = "request";

    private static final String TYPE = "urn:vestnik:problem:";

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    /** A refusal that has no code of its own: its type says no more than the status. */
    public ProblemDetail of(HttpStatusCode status) {
        return of(status, "http-" + status.value(), null);
    }

    /** A refusal of this type, and what is wrong in this case. */
    public ProblemDetail of(ProblemType type, @Nullable String detail) {
        return of(type.status(), type.code(), detail);
    }

    /** A refusal with a code (lower-case letters, digits, dashes) and what is wrong in this case. */
    public ProblemDetail of(HttpStatusCode status, String code, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(title(status.value()));
        problem.setDetail(detail);
        String request = MDC.get(REQUEST);
        if (request != null) {
            problem.setProperty(REQUEST, request);
        }
        return problem;
    }

    private String title(int status) {
        int family = status >= 500 ? 500 : 400;
        String general = messages.getMessage("shell.problem." + family, null, LocaleContextHolder.getLocale());
        String exact = messages.getMessage("shell.problem." + status, null, general, LocaleContextHolder.getLocale());
        return exact == null ? "" : exact;
    }
}
