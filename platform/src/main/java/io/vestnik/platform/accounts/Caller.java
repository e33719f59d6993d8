package io.vestnik.platform.accounts;

import io.vestnik.platform.kernel.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which program made a request: a door that lets programs in by itself notes it, and the request then stands in the account's journal
 * of calls. The chain of {@code /api/} does so for all doors under it.
 *
 * @param key the id of the key; none for the login and password of the API
 * @param name of the key, or the login
 */
public record Caller(AccountId account, @Nullable Long key, String name) {

    private static final String ATTRIBUTE = "vestnik.accounts.caller";

    /** Notes it on the request. */
    public void note(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Who was noted; null for a stranger. */
    public static @Nullable Caller of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? caller : null;
    }
}
