package io.vestnik.platform.shell;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A short word after an act: flash it under {@link #NAME}, or put it into the model of a fragment.
 *
 * @param text in the words of the page
 * @param undoUrl a POST to it undoes the act, offered for ten seconds; null when it cannot be undone
 */
public record Toast(Tone tone, String text, @Nullable String undoUrl) implements Serializable {

    /** The name of the attribute: {@code redirect.addFlashAttribute(Toast.NAME, Toast.done(…))}. */
    public static final String NAME = "toast";

    /** It worked. */
    public static Toast done(String text) {
        return new Toast(Tone.SUCCESS, text, null);
    }

    /** It did not work. */
    public static Toast failed(String text) {
        return new Toast(Tone.FAILURE, text, null);
    }

    /** The same word with a way back. */
    public Toast undoneBy(String url) {
        return new Toast(tone, text, url);
    }
}
