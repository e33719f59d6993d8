package io.vestnik.platform.texts;

import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts with placeholders: {@code [Имя]} or, with a word for an empty value, {@code {Имя|клиент}}.
 *
 * <p>A bracket, square or curly, opens a placeholder when a letter follows it and it is closed on the same line within 64
 * characters: so {@code [10%]} and {@code [ ]} are plain text, and {@code [Скидка]} is a mistake unless there is such a
 * placeholder. A backslash before a bracket makes it plain: <code>\[Скидка]</code>.
 */
public interface Texts {
    /** The most placeholders in one text. */
    int MOST_PLACEHOLDERS = 50;

    /** Reads the text against the placeholders that this account has; says which ones it does not know. */
    Reading read(AccountId account, String text);

    /** The placeholders that this account may use, in the order in which people look for them. */
    List<Placeholder> placeholders(AccountId account);

    /**
     * A placeholder.
     *
     * @param name as it stands in a text, such as {@code Имя}; compared without regard to case
     * @param field the key of its value, such as {@code name}
     * @param example what a value may look like; null where the page has examples of its own
     */
    record Placeholder(String name, String field, @Nullable String example) {
        public Placeholder(String name, String field) {
            this(name, field, null);
        }
    }

    /** What came of reading a text. */
    sealed interface Reading {
        record Understood(Template template) implements Reading {}

        /**
         * The text names placeholders that are not there, leaves one open, or has more than
         * {@link #MOST_PLACEHOLDERS}.
         *
         * @param unknown their names as written, each once; one that is left open begins with its bracket, those beyond the
         *     most are here whether they are known or not
         */
        record Unknown(List<String> unknown) implements Reading {
            public Unknown {
                unknown = List.copyOf(unknown);
            }
        }
    }
}
