package io.vestnik.platform.shell.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Where a person is led who must sign in, or could not: htmx gets a bare 401, so that what was typed stays on the page. */
@Component
class SignInSteps implements AuthenticationEntryPoint, AuthenticationFailureHandler {

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
