package io.vestnik.platform.api;

import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.shell.ProblemType;
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

    ResponseEntity<Object> of(ProblemType type) {
        return of(type, null);
    }

    ResponseEntity<Object> of(ProblemType type, @Nullable String detail) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(type.status());
        if (passes(type.status())) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(problems.of(type, detail));
    }

    /** Whether the same request may be taken a moment later. */
    private static boolean passes(HttpStatus status) {
        return status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS;
    }

    ResponseEntity<Object> notFound() {
        return of(ProblemType.NOT_FOUND);
    }

    /** A refusal that says more. */
    ResponseEntity<Object> with(ProblemType type, String property, Object value) {
        ProblemDetail problem = problems.of(type, null);
        problem.setProperty(property, value);
        return ResponseEntity.status(type.status()).body(problem);
    }

    /** It is not as {@code If-Match} says; the tag is that of now. */
    ResponseEntity<Object> changed(String tag) {
        return with(ProblemType.CHANGED, "current", tag);
    }

    /** Somebody was faster: said as it was asked, by a header or by a version in the body. */
    ResponseEntity<Object> stale(@Nullable String ifMatch, int current) {
        return ifMatch == null ? with(ProblemType.STALE, "current", current) : changed(ETags.of(current));
    }

    ResponseEntity<Object> invalid(List<FieldError> errors) {
        return with(ProblemType.INVALID, "errors", errors);
    }

    /** The key that a program has come in by may not send now. */
    ResponseEntity<Object> of(KeyRefusal refusal) {
        ProblemDetail problem = switch (refusal) {
            case KeyRefusal.OutsideHours _ -> problems.of(ProblemType.KEY_HOURS, null);
            case KeyRefusal.LimitReached(String quota, long limit, var _) -> {
                ProblemDetail reached = problems.of(ProblemType.KEY_LIMIT, null);
                reached.setProperty("quota", quota);
                reached.setProperty("limit", limit);
                yield reached;
            }
        };
        return ResponseEntity.status(problem.getStatus())
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(refusal.pause().plusSeconds(1).toSeconds()))
                .body(problem);
    }

    /** Answers from a filter. */
    void write(HttpServletResponse response, ProblemType type, @Nullable String detail) throws IOException {
        response.setStatus(type.status().value());
        if (passes(type.status())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        json.writeValue(response.getOutputStream(), problems.of(type, detail));
    }
}
