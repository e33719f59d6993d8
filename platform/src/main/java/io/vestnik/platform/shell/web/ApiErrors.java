package io.vestnik.platform.shell.web;

import io.vestnik.platform.shell.ProblemType;
import io.vestnik.platform.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Exceptions of the doors for programs as problems (RFC 9457), with a JSON pointer to each wrong field. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    private final Problems problems;

    ApiErrors(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void secured(AccessDeniedException refusal) {
        throw refusal;
    }

    @ExceptionHandler
    void secured(AuthenticationException refusal) {
        throw refusal;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception broken, HttpServletRequest request) {
        if (Unreachable.is(broken)) {
            Unreachable.tell(request);
            HttpStatus away = HttpStatus.SERVICE_UNAVAILABLE;
            return ResponseEntity.status(away)
                    .header(HttpHeaders.RETRY_AFTER, Unreachable.RETRY_AFTER)
                    .body(problems.of(away));
        }
        if (Unstorable.is(broken)) {
            ProblemDetail problem = problems.of(ProblemType.INVALID, null);
            problem.setProperty("errors", List.of(Map.of("pointer", "", "code", "bad_value")));
            return ResponseEntity.status(ProblemType.INVALID.status()).body(problem);
        }
        if (broken instanceof InvalidParameterException) {
            return ResponseEntity.badRequest().body(problems.of(HttpStatus.BAD_REQUEST));
        }
        log.error(
                "{} {} failed, request={}",
                request.getMethod(),
                request.getRequestURI(),
                RequestIds.of(request),
                broken);
        return ResponseEntity.internalServerError().body(problems.of(HttpStatus.INTERNAL_SERVER_ERROR));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus answer = HttpStatus.UNPROCESSABLE_CONTENT;
        ProblemDetail problem = problems.of(ProblemType.INVALID, null);
        problem.setProperty("errors", pointers(wrong.getBindingResult()));
        return ResponseEntity.status(answer).headers(headers).body(problem);
    }

    /** A parameter that is no number, say: told as any other wrong field. */
    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = problems.of(ProblemType.INVALID, null);
        String pointer = wrong instanceof MethodArgumentTypeMismatchException argument ? "/" + argument.getName() : "";
        problem.setProperty("errors", List.of(Map.of("pointer", pointer, "code", "bad_value")));
        return ResponseEntity.status(ProblemType.INVALID.status())
                .headers(headers)
                .body(problem);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = problems.of(status);
        if (body instanceof ProblemDetail made) {
            problem.setDetail(made.getDetail());
        }
        return ResponseEntity.status(status).headers(headers).body(problem);
    }

    private static List<Map<String, String>> pointers(BindingResult result) {
        return result.getFieldErrors().stream()
                .map(error -> Map.of(
                        "pointer",
                        "/" + error.getField().replaceAll("[.\\[]", "/").replace("]", ""),
                        "detail",
                        String.valueOf(error.getDefaultMessage())))
                .toList();
    }
}
