package io.vestnik.platform.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the database cannot be reached nobody is told that something broke: every request gets 503 and is asked to come again. Around
 * all other filters, because sessions and tokens come from the database too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Unreachable extends OncePerRequestFilter {

    /** Seconds after which a program and a browser may ask again. */
    static final String RETRY_AFTER = "10";

    /** Set on a request whose work found the database away: its error page asks for no session. */
    private static final String AWAY = "vestnik.database.away";

    private static final Logger log = LoggerFactory.getLogger(Unreachable.class);
    private static final int DEEPEST = 20;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException broken) {
            if (!is(broken) || response.isCommitted()) {
                throw broken;
            }
            tell(request);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    /** One line a request: the same stack a thousand times a minute would hide what else goes on. */
    static void tell(HttpServletRequest request) {
        request.setAttribute(AWAY, true);
        log.warn("{} {}: the database cannot be reached", request.getMethod(), request.getRequestURI());
    }

    /** The session's id is in a cookie, which is not looked at while the database that keeps sessions is away. */
    @Configuration(proxyBeanMethods = false)
    static class SessionIds {
        @Bean
        HttpSessionIdResolver sessionIds(ObjectProvider<CookieSerializer> cookie) {
            CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();
            cookie.ifAvailable(cookies::setCookieSerializer);
            return new HttpSessionIdResolver() {
                @Override
                public List<String> resolveSessionIds(HttpServletRequest request) {
                    return request.getAttribute(AWAY) == null ? cookies.resolveSessionIds(request) : List.of();
                }

                @Override
                public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
                    cookies.setSessionId(request, response, id);
                }

                @Override
                public void expireSession(HttpServletRequest request, HttpServletResponse response) {
                    cookies.expireSession(request, response);
                }
            };
        }
    }

    /** Whether the cause is a connection that was not to be had or broke: SQLSTATE class 08, and 57P01 to 57P03 of PostgreSQL. */
    static boolean is(Throwable broken) {
        Throwable cause = broken;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException // the connection broke in the middle
                    || cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException sql && awayState(sql.getSQLState()))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean awayState(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
