package io.vestnik.platform.api;

import io.vestnik.platform.shell.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Refusals of the API as problems (RFC 9457), with pointers to the fields that are wrong. */
@Component
class Refusals {
    private final Problems problems;
    private final JsonMapper json;

    Refusals(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /**
     * What is wrong with one field.
     *
     * @param pointer JSON pointer (RFC 6901) into the request; empty for the whole of it
     * @param code stable, such as {@code unknown_placeholder}
     */
    record FieldError(String pointer, String code, @Nullable String detail) {}

    ResponseEntity<Object> of(HttpStatus status, String code, @Nullable String detail) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (passes(status)) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(problems.of(status, code, detail));
    }

    /** Whether the same request may be taken a moment later. */
    private static boolean passes(HttpStatus status) {
        return status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS;
    }

    ResponseEntity<Object> notFound() {
        return of(HttpStatus.NOT_FOUND, "not-found", null);
    }

    /** A refusal that says more. */
    ResponseEntity<Object> with(HttpStatus status, String code, String property, Object value) {
        ProblemDetail problem = problems.of(status, code, null);
        problem.setProperty(property, value);
        return ResponseEntity.status(status).body(problem);
    }

    ResponseEntity<Object> invalid(List<FieldError> errors) {
        return with(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "errors", errors);
    }

    /** Answers from a filter. */
    void write(HttpServletResponse response, HttpStatus status, String code, @Nullable String detail)
            throws IOException {
        response.setStatus(status.value());
        if (passes(status)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        json.writeValue(response.getOutputStream(), problems.of(status, code, detail));
    }
}
