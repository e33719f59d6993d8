package io.vestnik.platform.shell;

import org.jspecify.annotations.Nullable;

/** A tab under the title of a page; the count is left out when null. */
public record Tab(
        String title, String url, boolean current, @Nullable Long count) {

    /** A tab without a count. */
    public static Tab of(String title, String url, boolean current) {
        return new Tab(title, url, current, null);
    }
}
