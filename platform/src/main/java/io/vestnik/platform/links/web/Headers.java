package io.vestnik.platform.links.web;

import jakarta.servlet.http.HttpServletResponse;

/** What every answer under the short path carries: it is nobody's to keep, to find or to tell of. */
final class Headers {
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Headers() {}

    static void put(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
    }
}
