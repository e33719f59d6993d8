package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.Sheet;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which opened form sends, and how often it has sent. */
record SheetForm(@Nullable String key, @Nullable Integer step) {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Of a form that is opened now. */
    static SheetForm fresh() {
        return new SheetForm(UUID.randomUUID().toString(), 0);
    }

    /** None where the browser does not tell. */
    @Nullable
    Sheet sheet() {
        return key == null || !KEY.matcher(key).matches()
                ? null
                : new Sheet(UUID.fromString(key), Math.max(0, Objects.requireNonNullElse(step, 0)));
    }
}
