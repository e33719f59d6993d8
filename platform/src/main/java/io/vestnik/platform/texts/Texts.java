package io.vestnik.platform.texts;

import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts with placeholders: {@code [Имя]}, with a word for an empty value {@code [Имя|клиент]}, in a form {@code [Срок: дд.мм]},
 * or both {@code [Срок: дд.мм|скоро]}. Curly brackets mean the same: {@code {Имя|клиент}}.
 *
 * <p>Forms, by what the field holds (English words in brackets; they write months and amounts in English):
 *
 * <ul>
 *   <li>a day: {@code день месяц} 5 мая, {@code день месяц год} 5 мая 1990, {@code дд.мм} 05.05, {@code дд.мм.гггг} 05.05.1990
 *       ({@code day month}, {@code day month year}, {@code dd.mm}, {@code dd.mm.yyyy})
 *   <li>a number: {@code 0} 1 205 rounded to a whole, {@code 0,00} 1 204,50, {@code деньги} 1 204,50 ₽ and 1 204 ₽ ({@code 0.00}
 *       1,204.50, {@code money} 1,204.50 RUB); halves are rounded up
 *   <li>the name: {@code с отчеством} ({@code with patronymic}): the name alone where there is no patronymic
 *   <li>sex: {@code [Пол: Уважаемый / Уважаемая / Здравствуйте]}, what stands for a man, for a woman, and where it is not known; so
 *       {@code ваш[Пол: / а / и]} too. Yes or no: {@code [Подписан: да / нет / неизвестно]} alike. Two forms and a word after the
 *       bar say the same as three; a backslash before a slash makes it plain
 *   <li>anything but a link: {@code латиницей} ({@code latin}), after a word of another form or alone: letter by letter, as in passports
 * </ul>
 *
 * <p>A bracket opens a placeholder when a letter follows it and it is closed on the same line within 64 characters, or within 200
 * where it begins with the name of one: so {@code [10%]} and {@code [ ]} are plain text, and {@code [Скидка]} is a mistake unless
 * there is such a placeholder. Names and words of forms are compared without regard to case. A backslash before a bracket makes it
 * plain: <code>\[Скидка]</code>.
 */
public interface Texts {
    /** The most placeholders in one text. */
    int MOST_PLACEHOLDERS = 50;

    /** Reads the text against the placeholders that this account has; says what it does not understand. */
    Reading read(AccountId account, String text);

    /** The placeholders that this account may use, in the order in which people look for them. */
    List<Placeholder> placeholders(AccountId account);

    /** A reader of several texts, who knows the placeholders that this account has now. */
    Reader reader(AccountId account);

    /** Reads texts against the same placeholders. */
    interface Reader {
        Reading read(String text);

        /** As {@link Texts#placeholders} tells them. */
        List<Placeholder> placeholders();
    }

    /**
     * A placeholder.
     *
     * @param name as it stands in a text, such as {@code Имя}; compared without regard to case
     * @param field the key of its value, such as {@code name}
     * @param kind what its values are, and so which forms it has
     * @param speech how its values are said in their usual form
     * @param example what a value may look like, as it is kept; null where the page has examples of its own
     */
    record Placeholder(
            String name,
            String field,
            ValueKind kind,
            Speech speech,
            @Nullable String example) {
        /** One whose values stand as they are. */
        public Placeholder(String name, String field) {
            this(name, field, null);
        }

        /** One whose values stand as they are, with an example of one. */
        public Placeholder(String name, String field, @Nullable String example) {
            this(name, field, ValueKind.TEXT, Speech.PLAIN, example);
        }
    }

    /** What came of reading a text. */
    sealed interface Reading {
        record Understood(Template template) implements Reading {}

        /** The text cannot be sent so; each fault once, in the order of the text. */
        record Refused(List<Fault> faults) implements Reading {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * What is wrong with a placeholder.
     *
     * @param kind of its values where {@code what} is about its form
     * @param written the placeholder's name as it stands in the text; with its form where that is wrong, with its bracket where it
     *     is left open
     */
    record Fault(What what, @Nullable ValueKind kind, String written) {
        /** What it is. */
        public enum What {
            /** There is no such placeholder. */
            UNKNOWN_PLACEHOLDER,
            /** It is not closed on its line. */
            OPEN_PLACEHOLDER,
            /** It is beyond {@link Texts#MOST_PLACEHOLDERS}. */
            TOO_MANY_PLACEHOLDERS,
            /** Values of this kind have no such form. */
            WRONG_FORM
        }

        /** Stable, such as {@code unknown_placeholder} and {@code wrong_form_date}. */
        public String code() {
            String code = what.name().toLowerCase(Locale.ROOT);
            return kind == null ? code : code + "_" + kind.code();
        }
    }
}
