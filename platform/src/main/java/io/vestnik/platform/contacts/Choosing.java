package io.vestnik.platform.contacts;

import io.vestnik.platform.contacts.ContactCards.Card;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contacts by what is known of them, as lists, segments and long work choose them. */
public interface Choosing {
    /** What conditions may be set on, in the language of who asks. */
    List<Askable> askable(AccountId account);

    /** Reads conditions on what the account knows now. */
    Reader reader(AccountId account);

    /** Those who are meant: of a group by phone, otherwise the newest first; at most 1,000 at once. */
    Slice<Card> list(AccountId account, Meant meant, @Nullable String cursor, int limit);

    long count(AccountId account, Meant meant);

    /**
     * What a condition may be set on.
     *
     * @param field such as {@code birthday}, {@code f12} or {@code last_click}
     * @param kind {@code text}, {@code number}, {@code day}, {@code moment} or {@code choice}
     * @param tests how it may be compared, such as {@code is} or {@code within}
     * @param values what a choice chooses from; empty for other kinds
     */
    record Askable(String field, String name, String kind, List<String> tests, List<Value> values) {
        public Askable {
            tests = List.copyOf(tests);
            values = List.copyOf(values);
        }
    }

    /** One of the values of a choice, and what people call it. */
    record Value(String value, String name) {}

    /** Reads conditions. */
    @FunctionalInterface
    interface Reader {
        /**
         * Reads one.
         *
         * @param value a text, a decimal number, a day of ISO 8601 or a count of days; empty where nothing is compared
         */
        Read read(String field, String test, String value);
    }

    /** What came of reading a condition. */
    sealed interface Read {
        record Understood(Condition condition) implements Read {}

        /** There is no such field, or the account does not use it. */
        record NoField() implements Read {}

        /** The field is not compared so. */
        record NoTest() implements Read {}

        /** The field holds no such value. */
        record NoValue() implements Read {}
    }
}
