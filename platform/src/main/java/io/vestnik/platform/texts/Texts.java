package io.vestnik.platform.texts;

import io.vestnik.platform.kernel.AccountId;
import java.util.List;

/** Reads texts with placeholders: {@code [Имя]} or, with a word for an empty value, {@code {Имя|клиент}}. */
public interface Texts {
    /** Reads the text against the placeholders that this account has; says which ones it does not know. */
    Reading read(AccountId account, String text);

    /** The placeholders that this account may use, in the order in which people look for them. */
    List<Placeholder> placeholders(AccountId account);

    /**
     * A placeholder.
     *
     * @param name as it stands in a text, such as {@code Имя}; compared without regard to case
     * @param field the key of its value, such as {@code name}
     */
    record Placeholder(String name, String field) {}

    /** What came of reading a text. */
    sealed interface Reading {
        record Understood(Template template) implements Reading {}

        /**
         * The text names placeholders that are not there, or leaves one open.
         *
         * @param unknown their names as written
         */
        record Unknown(List<String> unknown) implements Reading {
            public Unknown {
                unknown = List.copyOf(unknown);
            }
        }
    }
}
