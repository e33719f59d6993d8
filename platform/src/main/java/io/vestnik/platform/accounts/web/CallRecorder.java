package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.Caller;
import io.vestnik.platform.accounts.domain.Call;
import io.vestnik.platform.accounts.domain.CallJournal;
import io.vestnik.platform.shell.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.MDC;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Notes each request whose {@link Caller} a door has found out. Of its address only the route is kept as the server declares it, and
 * nothing of parameters and body: they may hold secrets, phones and texts.
 */
class CallRecorder extends OncePerRequestFilter {

    private static final int LONGEST = 100;
    private static final int LONGEST_WORD = 24;
    private static final int MOST_DIGITS = 3;

    private final CallJournal journal;
    private final Clock clock;

    private CallRecorder(CallJournal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Where it stands: before the chains that know programs. */
    @Configuration(proxyBeanMethods = false)
    static class Place {
        private static final int BEFORE_SECURITY = -101;

        @Bean
        FilterRegistrationBean<CallRecorder> callRecorder(CallJournal journal, Clock clock) {
            FilterRegistrationBean<CallRecorder> filter =
                    new FilterRegistrationBean<>(new CallRecorder(journal, clock));
            filter.setOrder(BEFORE_SECURITY);
            return filter;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant began = clock.instant();
        boolean ended = false;
        try {
            chain.doFilter(request, response);
            ended = true;
        } finally {
            Caller caller = Caller.of(request);
            if (caller != null) {
                int status = ended ? response.getStatus() : HttpStatus.INTERNAL_SERVER_ERROR.value();
                journal.note(call(caller, request, status, began));
            }
        }
    }

    private Call call(Caller caller, HttpServletRequest request, int status, Instant began) {
        long millis = Duration.between(began, clock.instant()).toMillis();
        return new Call(
                caller.account(),
                caller.key(),
                cut(caller.name()),
                began,
                cut(request.getMethod()),
                cut(route(request)),
                status,
                Math.clamp(millis, 0, Integer.MAX_VALUE),
                cut(request.getRemoteAddr()),
                Objects.requireNonNullElse(MDC.get(Problems.REQUEST), ""));
    }

    private static String route(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                ? pattern
                : Arrays.stream(cut(request.getRequestURI()).split("/", -1))
                        .map(part -> tells(part) ? "…" : part)
                        .collect(Collectors.joining("/"));
    }

    /** Whether it may be an id, a phone or a secret. */
    private static boolean tells(String part) {
        return part.length() > LONGEST_WORD
                || part.chars().filter(Character::isDigit).count() > MOST_DIGITS;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
