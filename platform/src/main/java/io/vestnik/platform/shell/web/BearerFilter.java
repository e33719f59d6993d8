package io.vestnik.platform.shell.web;

import io.vestnik.platform.shell.BearerTokens;
import io.vestnik.platform.shell.BearerTokens.Bearer;
import io.vestnik.platform.shell.QuotaHeaders;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads {@code Authorization: Bearer …}; a token of more than 200 letters is not one of ours. Whoever is refused gets no further. */
class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 200;

    private final ObjectProvider<BearerTokens> tokens;
    private final ProblemAnswers answers;

    BearerFilter(ObjectProvider<BearerTokens> tokens, ProblemAnswers answers) {
        this.tokens = tokens;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request.getHeader("Authorization"));
        BearerTokens known = tokens.getIfAvailable();
        if (token == null || known == null) {
            chain.doFilter(request, response);
            return;
        }
        switch (known.authenticate(token, request)) {
            case Bearer.Known(var authentication, var quotas) -> {
                QuotaHeaders.note(request, quotas);
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(authentication);
                SecurityContextHolder.setContext(context);
                chain.doFilter(request, response);
            }
            case Bearer.Refused(var problem) -> answers.refuse(response, problem);
            case Bearer.Unknown _ -> chain.doFilter(request, response);
        }
    }

    private static @Nullable String token(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String token = header.substring(SCHEME.length()).strip();
        return token.isEmpty() || token.length() > LONGEST ? null : token;
    }
}
