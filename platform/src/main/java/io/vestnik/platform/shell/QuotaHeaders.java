package io.vestnik.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Tells a program what it may still do, when the answer begins: {@code RateLimit-Policy} and {@code RateLimit} by
 * draft-ietf-httpapi-ratelimit-headers-11, all quotas; and the three older fields of draft 06, about the quota of which the smallest
 * share is left. A program without quotas is told nothing. The chain of {@code /api/} has it; another door of programs adds it to its own.
 */
public class QuotaHeaders implements HeaderWriter {

    private static final String ATTRIBUTE = QuotaHeaders.class.getName();

    /** What is asked for when the answer to this request begins. */
    public static void note(HttpServletRequest request, Supplier<List<Quota>> quotas) {
        request.setAttribute(ATTRIBUTE, quotas);
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!(request.getAttribute(ATTRIBUTE) instanceof Supplier<?> noted) || !(noted.get() instanceof List<?> list)) {
            return;
        }
        List<Quota> quotas = list.stream().map(Quota.class::cast).toList();
        quotas.stream()
                .min(Comparator.comparingDouble(quota -> (double) quota.left() / quota.most()))
                .ifPresent(scarcest -> {
                    response.setHeader("RateLimit-Policy", joined(quotas, "q", Quota::most, "w", Quota::span));
                    response.setHeader("RateLimit", joined(quotas, "r", Quota::left, "t", Quota::resets));
                    response.setHeader("RateLimit-Limit", Long.toString(scarcest.most()));
                    response.setHeader("RateLimit-Remaining", Long.toString(scarcest.left()));
                    response.setHeader("RateLimit-Reset", Long.toString(scarcest.resets()));
                });
    }

    private static String joined(
            List<Quota> quotas, String first, ToLongFunction<Quota> one, String second, ToLongFunction<Quota> two) {
        return quotas.stream()
                .map(it -> '"' + it.name() + "\";" + first + '=' + one.applyAsLong(it) + ';' + second + '='
                        + two.applyAsLong(it))
                .collect(Collectors.joining(", "));
    }
}
