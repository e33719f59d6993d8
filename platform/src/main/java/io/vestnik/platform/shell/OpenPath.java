package io.vestnik.platform.shell;

/**
 * A path that anyone may ask for without signing in; everything else needs a sign-in and a right.
 *
 * @param pattern path pattern, such as {@code /r/*}
 * @param reason why it is open, for those who review the list
 */
public record OpenPath(String pattern, String reason) {

    public OpenPath {
        if (!pattern.startsWith("/") || reason.isBlank()) {
            throw new IllegalArgumentException("An open path needs a pattern and a reason: " + pattern);
        }
    }
}
