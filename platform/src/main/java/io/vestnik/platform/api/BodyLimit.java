package io.vestnik.platform.api;

import io.vestnik.platform.shell.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of a request before anything is done with it: 16 MB where many come at once, 1 MB of anything else, and no more than
 * 64 MB of all callers together. Files are streamed and have a limit of their own.
 */
final class BodyLimit extends OncePerRequestFilter {
    private static final int KILO = 1024;
    private static final int USUAL = 1024 * KILO;
    private static final int MANY = 16 * 1024 * KILO;
    /** Doors that take 10,000 of something at once. */
    private static final Set<String> BULK = Set.of(
            "/api/v1/messages", "/api/v1/messages/estimate", "/api/v1/contacts", "/api/v1/consents", "/api/v1/stops");

    private static final int TOGETHER_KILO = 64 * 1024;
    private static final int PATIENCE_SECONDS = 10;

    private final Refusals refusals;
    private final Semaphore kilobytes = new Semaphore(TOGETHER_KILO, true);

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
        long said = request.getContentLengthLong();
        if (said > most) {
            refuse(response, most);
            return;
        }
        int room = (int) ((said < 0 ? most : said) / KILO) + 1;
        if (!take(room)) {
            refusals.write(response, ProblemType.AWAY, null);
            return;
        }
        try {
            Optional<HeldBody> held = held(request, most);
            if (held.isEmpty()) {
                refuse(response, most);
            } else {
                chain.doFilter(held.get(), response);
            }
        } finally {
            kilobytes.release(room);
        }
    }

    private boolean take(int room) {
        try {
            return kilobytes.tryAcquire(room, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<HeldBody> held(HttpServletRequest request, int most) throws IOException {
        byte[] body = request.getInputStream().readNBytes(most + 1);
        return body.length > most ? Optional.empty() : Optional.of(new HeldBody(request, body));
    }

    private void refuse(HttpServletResponse response, int most) throws IOException {
        response.setHeader("Connection", "close"); // the rest of the body is not read
        refusals.write(response, ProblemType.TOO_LARGE, "At most " + most / USUAL + " MB in a request");
    }
}
