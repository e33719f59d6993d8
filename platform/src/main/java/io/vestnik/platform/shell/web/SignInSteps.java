package io.vestnik.platform.shell.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Where a person is led who must sign in, or could not: htmx gets a bare 401, so that what was typed stays on the page. */
@Component
class SignInSteps implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    /** Set when a form carried no valid token: the person has signed out or in meanwhile. */
    static final String EXPIRED = "vestnik.form.expired";

    private final LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/sign-in");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (request.getHeader("HX-Request") != null || "text/event-stream".equals(request.getHeader("Accept"))) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        page.commence(request, response, reason);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        boolean expired = refusal instanceof CsrfException;
        request.setAttribute(EXPIRED, expired);
        if (request.getHeader("HX-Request") == null) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            response.setStatus((expired ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN).value());
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        String why = switch (reason) {
            case LockedException _ -> "busy";
            case InternalAuthenticationServiceException broken -> throw broken;
            case AuthenticationException _ -> "failed";
        };
        response.sendRedirect("/sign-in?" + why);
    }
}
