package io.vestnik.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What a page does with an exception that nobody expected: it is logged once with the request's id, and the error page tells the id. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Errors {

    private static final Logger log = LoggerFactory.getLogger(Errors.class);

    @ExceptionHandler
    void secured(AccessDeniedException refusal) {
        throw refusal;
    }

    @ExceptionHandler
    void secured(AuthenticationException refusal) {
        throw refusal;
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        log.debug("The browser went away: {}", gone.getMessage());
    }

    @ExceptionHandler
    void tooLarge(MaxUploadSizeExceededException large, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }

    @ExceptionHandler
    void unexpected(Exception broken, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Unreachable.is(broken) && !response.isCommitted()) {
            Unreachable.tell(request);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        int status = status(broken);
        if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            log.error(
                    "{} {} failed, request={}",
                    request.getMethod(),
                    request.getRequestURI(),
                    RequestIds.of(request),
                    broken);
        }
        if (!response.isCommitted()) {
            response.sendError(status);
        }
    }

    /** What is wrong with the request is the sender's own fault; an address with letters where a number belongs names nothing. */
    private static int status(Exception broken) {
        return switch (broken) {
            case ErrorResponse answer -> answer.getStatusCode().value();
            case InvalidParameterException spoilt -> spoilt.getErrorCode();
            case MethodArgumentTypeMismatchException mismatch -> {
                boolean named = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
                yield (named ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST).value();
            }
            case MultipartException _ -> HttpStatus.BAD_REQUEST.value();
            default -> (Unstorable.is(broken) ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR).value();
        };
    }
}
