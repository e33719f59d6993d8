package io.vestnik.platform.api;

import io.vestnik.platform.accounts.Caller;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * A POST with an {@code Idempotency-Key} is done once: asked again within 24 hours it answers as it did, marked
 * {@code Idempotent-Replayed: true}. Another request under the same key, or the same by another program, is 422, for it may not be
 * its answer to hear; one that is still under way is 409. What was
 * refused is forgotten, so that it may be asked again. Messages whose server died, or lost its store, before it answered are taken
 * up where they are, under the same ids; of anything else nobody knows what came of it, and its key is kept.
 */
final class Idempotency extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 100;
    /** Doors that offer messages under {@link PlannedIds}. */
    private static final Set<String> MESSAGES = Set.of("/api/v1/messages", "/api/v1/messages/to-groups");

    /** Doors whose answers carry a secret: theirs are kept sealed. */
    private static final Pattern SECRETS = Pattern.compile("/api/v1/webhooks(/messages|/[^/]+/secret)?");

    private final IdempotencyStore store;
    private final Refusals refusals;
    /** What this node does at this moment, and the digest of each. */
    private final Map<Name, byte[]> underWay = new ConcurrentHashMap<>();

    Idempotency(IdempotencyStore store, Refusals refusals) {
        this.store = store;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HeldBody body = WebUtils.getNativeRequest(request, HeldBody.class);
        Optional<AccountId> account = account();
        String key = request.getHeader(HEADER);
        if (body == null || account.isEmpty()) {
            chain.doFilter(request, response); // a file is loaded anew, and a stranger is refused anyway
        } else if (!readable(key)) {
            refusals.write(
                    response, ProblemType.IDEMPOTENCY_KEY_INVALID, "1 to " + LONGEST + " printable ASCII characters");
        } else {
            once(new Asked(new Name(account.get(), key), hash(request, body)), request, response, chain);
        }
    }

    private record Asked(Name name, byte[] hash) {}

    private record Name(AccountId account, String key) {}

    private void once(Asked asked, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Name name = asked.name();
        byte[] other = underWay.putIfAbsent(name, asked.hash());
        if (other != null) {
            boolean same = Arrays.equals(other, asked.hash());
            refusals.write(
                    response, same ? ProblemType.IDEMPOTENCY_IN_FLIGHT : ProblemType.IDEMPOTENCY_KEY_REUSED, null);
            return;
        }
        try {
            claimed(asked, request, response, chain);
        } finally {
            underWay.remove(name);
        }
    }

    private void claimed(Asked asked, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Name name = asked.name();
        switch (store.claim(name.account(), name.key(), asked.hash())) {
            case IdempotencyStore.Claim.Ours _ -> perform(name, true, request, response, chain);
            case IdempotencyStore.Claim.Answered(IdempotencyStore.Answer answer) -> replay(response, answer);
            case IdempotencyStore.Claim.Unanswered(boolean outlived, String doer) -> {
                if (MESSAGES.contains(request.getRequestURI()) && store.takeUp(name.account(), name.key(), doer)) {
                    perform(name, false, request, response, chain);
                } else if (!outlived) {
                    refusals.write(response, ProblemType.IDEMPOTENCY_IN_FLIGHT, null);
                } else {
                    refusals.write(
                            response,
                            ProblemType.IDEMPOTENCY_UNKNOWN,
                            "The server stopped, or lost its store, while this request was under way: look for what it"
                                    + " made before asking under another key");
                }
            }
            case IdempotencyStore.Claim.OtherRequest _ ->
                refusals.write(response, ProblemType.IDEMPOTENCY_KEY_REUSED, null);
        }
    }

    private void perform(
            Name name, boolean first, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(PlannedIds.ATTRIBUTE, new PlannedIds(store, name.account(), name.key(), !first));
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        keep(name, first, kept, SECRETS.matcher(request.getRequestURI()).matches());
        kept.copyBodyToResponse();
    }

    private void keep(Name name, boolean first, ContentCachingResponseWrapper kept, boolean secret) {
        HttpStatus status = HttpStatus.valueOf(kept.getStatus());
        if (status.is2xxSuccessful()) {
            store.keep(
                    name.account(),
                    name.key(),
                    new IdempotencyStore.Answer(
                            status.value(),
                            String.valueOf(kept.getContentType()),
                            kept.getHeader(HttpHeaders.ETAG),
                            kept.getContentAsByteArray()),
                    secret);
        } else if (first && status.is4xxClientError()) {
            store.forget(name.account(), name.key());
        } // of any other, and of what went before an attempt that is refused, nobody knows whether it was done
    }

    private static void replay(HttpServletResponse response, IdempotencyStore.Answer answer) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Idempotent-Replayed", "true");
        response.setContentType(answer.contentType());
        if (answer.etag() != null) {
            response.setHeader(HttpHeaders.ETAG, answer.etag());
        }
        response.getOutputStream().write(answer.body());
    }

    private static Optional<AccountId> account() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Who who
                ? Optional.of(who.account())
                : Optional.empty();
    }

    private static boolean readable(String key) {
        return !key.isEmpty() && key.length() <= LONGEST && key.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** The key or login of the program, or the person. */
    private static String asker(HttpServletRequest request) {
        Caller caller = Caller.of(request);
        if (caller == null) {
            return String.valueOf(request.getRemoteUser());
        }
        return caller.key() == null ? "login" : "key " + caller.key();
    }

    private static String query(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getQueryString(), "");
    }

    private static byte[] hash(HttpServletRequest request, HeldBody body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(asker(request), request.getRequestURI(), query(request))) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return digest.digest(body.bytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
