package io.vestnik.platform.links.web;

import io.vestnik.platform.links.domain.Domains;
import io.vestnik.platform.shell.ServedHosts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Under a domain of links there is nothing but links: nobody signs in there. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LinkHosts extends OncePerRequestFilter implements ServedHosts {
    private final Domains domains;

    LinkHosts(Domains domains) {
        this.domains = domains;
    }

    @Override
    public boolean serves(String host) {
        return domains.isOfLinks(host);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (path.startsWith("/l/")
                || path.startsWith("/static/links/")
                || !domains.isOfLinks(request.getServerName())) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
    }
}
