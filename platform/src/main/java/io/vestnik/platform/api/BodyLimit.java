package io.vestnik.platform.api;

import io.vestnik.platform.shell.Bodies;
import io.vestnik.platform.shell.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of a request before anything is done with it: 16 MB where many come at once, 1 MB of anything else, and no more than
 * 64 MB of all callers together, half of it from one address. Files are streamed and have a limit of their own.
 */
final class BodyLimit extends OncePerRequestFilter {
    private static final int MEGA = 1 << 20;
    private static final int USUAL = MEGA;
    private static final int MANY = 16 * MEGA;
    /** Doors that take 10,000 of something at once. */
    private static final Set<String> BULK = Set.of(
            "/api/v1/messages", "/api/v1/messages/estimate", "/api/v1/contacts", "/api/v1/consents", "/api/v1/stops");

    private final Refusals refusals;
    private final Bodies bodies = new Bodies(64 * MEGA, 32 * MEGA);

    BodyLimit(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("GET")
                || (type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most = BULK.contains(request.getRequestURI()) ? MANY : USUAL;
        try (Bodies.Body body = bodies.read(request, most)) {
            switch (body.state()) {
                case READ -> chain.doFilter(new HeldBody(request, body.bytes()), response);
                case TOO_LONG -> refuse(response, ProblemType.TOO_LARGE, "At most " + most / MEGA + " MB in a request");
                case TOO_SLOW -> refuse(response, ProblemType.TOO_SLOW, null);
                case NO_ROOM -> refuse(response, ProblemType.BUSY, null);
            }
        }
    }

    private void refuse(HttpServletResponse response, ProblemType type, @Nullable String detail) throws IOException {
        response.setHeader("Connection", "close"); // the rest of the body is not read
        refusals.write(response, type, detail);
    }
}
