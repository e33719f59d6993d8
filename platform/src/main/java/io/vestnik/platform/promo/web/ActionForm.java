package io.vestnik.platform.promo.web;

import io.vestnik.platform.promo.domain.Action;
import io.vestnik.platform.promo.domain.Alphabet;
import io.vestnik.platform.promo.domain.Source;
import io.vestnik.platform.promo.domain.Terms;
import io.vestnik.platform.shell.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form of an action. A number that is none is read as 0, which its rule refuses, and a day that is none as the
 * first of 1970.
 */
record ActionForm(
        @Nullable String version,
        @Nullable String name,
        @Nullable String source,
        @Nullable String alphabet,
        @Nullable String length,
        @Nullable String most,
        @Nullable String from,
        @Nullable String to,
        @Nullable String good,
        @Nullable String until,
        @Nullable String days,
        @Nullable String instruction,
        @Nullable String sender,
        @Nullable String text,
        @Nullable String sendAt,
        @Nullable String remind,
        @Nullable String remindDays,
        @Nullable String remindHour,
        @Nullable String remindText) {
    private static final String DAYS = "days";

    /** What a new one begins with. */
    static ActionForm fresh(LocalDate today) {
        return new ActionForm(
                "0",
                "",
                Source.MADE.code(),
                Alphabet.CLEAR.code(),
                "8",
                "100000",
                today.toString(),
                today.plusMonths(1).toString(),
                DAYS,
                "",
                "30",
                "",
                "",
                "",
                "",
                null,
                "3",
                "12",
                "");
    }

    static ActionForm of(Action action, ZoneId zone) {
        Terms terms = action.terms();
        Terms.Reminding reminding = terms.reminding();
        return new ActionForm(
                Integer.toString(action.version()),
                terms.name(),
                terms.codes().source().code(),
                terms.codes().alphabet().code(),
                Integer.toString(terms.codes().length()),
                Long.toString(terms.codes().most()),
                terms.from().toString(),
                terms.to().toString(),
                terms.good() instanceof Terms.Good.Days ? DAYS : "until",
                terms.good() instanceof Terms.Good.Until(LocalDate day) ? day.toString() : "",
                terms.good() instanceof Terms.Good.Days(int count) ? Integer.toString(count) : "30",
                terms.instruction(),
                terms.joining().sender(),
                terms.joining().text(),
                terms.joining().at() == null
                        ? ""
                        : LocalDateTime.ofInstant(terms.joining().at(), zone)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString(),
                reminding == null ? null : "true",
                reminding == null ? "3" : Integer.toString(reminding.days()),
                reminding == null ? "12" : Integer.toString(reminding.hour()),
                reminding == null ? "" : reminding.text());
    }

    /** The same upon another version. */
    ActionForm upon(int other) {
        return new ActionForm(
                Integer.toString(other),
                name,
                source,
                alphabet,
                length,
                most,
                from,
                to,
                good,
                until,
                days,
                instruction,
                sender,
                text,
                sendAt,
                remind,
                remindDays,
                remindHour,
                remindText);
    }

    int read() {
        return (int) number(version);
    }

    Terms terms(ZoneId zone) {
        return new Terms(
                written(name).strip(),
                new Terms.Codes(
                        chosen(Source.values(), Source::code, source),
                        chosen(Alphabet.values(), Alphabet::code, alphabet),
                        (int) number(length),
                        number(most)),
                day(from),
                day(to),
                DAYS.equals(good) ? new Terms.Good.Days((int) number(days)) : new Terms.Good.Until(day(until)),
                written(instruction).strip(),
                new Terms.Joining(written(sender).strip(), written(text).strip(), moment(zone)),
                remind == null
                        ? null
                        : new Terms.Reminding(
                                (int) number(remindDays),
                                written(remindHour).isBlank() ? -1 : (int) number(remindHour),
                                written(remindText).strip()));
    }

    /** What differs between what somebody kept meanwhile and what is typed here. */
    List<Change> changes(ActionForm kept, PromoWords words) {
        return List.of(
                change(words, "from", kept.from, from),
                change(words, "to", kept.to, to),
                change(words, "most", kept.most, most),
                change(words, "until", kept.until, until),
                change(words, "days", kept.days, days),
                change(words, "instruction", kept.instruction, instruction),
                change(words, "sender", kept.sender, sender),
                change(words, "text", kept.text, text),
                change(words, "sendAt", kept.sendAt, sendAt),
                change(words, "remindDays", kept.remindDays, remindDays),
                change(words, "remindHour", kept.remindHour, remindHour),
                change(words, "remindText", kept.remindText, remindText));
    }

    private static Change change(PromoWords words, String field, @Nullable String kept, @Nullable String typed) {
        return new Change(words.of("promo.field." + field), written(kept), written(typed));
    }

    private static <T> T chosen(T[] all, Function<T, String> code, @Nullable String wanted) {
        String asked = written(wanted).toLowerCase(Locale.ROOT);
        return Arrays.stream(all)
                .filter(it -> code.apply(it).equals(asked))
                .findFirst()
                .orElse(all[0]);
    }

    private @Nullable Instant moment(ZoneId zone) {
        try {
            return written(sendAt).isBlank()
                    ? null
                    : LocalDateTime.parse(written(sendAt)).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static LocalDate day(@Nullable String typed) {
        try {
            return LocalDate.parse(written(typed));
        } catch (DateTimeParseException e) {
            return LocalDate.EPOCH;
        }
    }

    private static long number(@Nullable String typed) {
        String digits = written(typed).replaceAll("[\\s\u00a0]", "");
        return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : 0;
    }

    private static String written(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
