package io.vestnik.platform.shell.web;

import io.vestnik.platform.shell.Problems;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The last word on a request that failed: a page in the frame for people, a problem for programs under {@code /api/}. */
@Controller
class ErrorPages implements ErrorController {

    private static final Set<Integer> WITH_TEXT = Set.of(400, 403, 404, 405, 413, 429, 503);
    private static final int LEAST_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final Problems problems;
    private final Frame frame;

    ErrorPages(Problems problems, Frame frame) {
        this.problems = problems;
        this.frame = frame;
    }

    @RequestMapping("/error")
    @Nullable
    Object error(HttpServletRequest request, HttpServletResponse response, Model model) {
        int status = status(request);
        boolean away = status == HttpStatus.SERVICE_UNAVAILABLE.value();
        if (away) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Unreachable.RETRY_AFTER);
        }
        Object path = Objects.requireNonNullElse(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "");
        if (path.toString().startsWith("/api/")) {
            ProblemDetail problem = problems.of(HttpStatusCode.valueOf(status));
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        response.setStatus(status);
        model.addAttribute("status", status);
        model.addAttribute("text", text(request, status));
        model.addAttribute("requestId", RequestIds.of(request));
        // Who looks is known by the database, which may be what is away.
        return away || frame.viewer() == null ? "shell/error-bare" : "shell/error";
    }

    private static String text(HttpServletRequest request, int status) {
        if (Boolean.TRUE.equals(request.getAttribute(SignInSteps.EXPIRED))) {
            return "expired";
        }
        if (WITH_TEXT.contains(status)) {
            return Integer.toString(status);
        }
        return status < SERVER_ERROR ? "400" : "500";
    }

    private static int status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code && code >= LEAST_ERROR ? code : 404;
    }
}
