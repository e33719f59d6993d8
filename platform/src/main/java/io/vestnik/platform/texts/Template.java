package io.vestnik.platform.texts;

import java.util.Map;
import java.util.Set;

/** A text that was read: renders it for one recipient after another; safe to share between threads. */
public interface Template {
    /** The text for a recipient with these values by field; a missing or blank value gives the placeholder's default. */
    String render(Map<String, String> values);

    /** The fields whose values it needs; none when everybody reads the same. */
    Set<String> fields();

    /** The text as it was written. */
    String source();
}
