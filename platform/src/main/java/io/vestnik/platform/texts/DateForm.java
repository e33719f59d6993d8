package io.vestnik.platform.texts;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A day that is kept as {@code 2026-11-22}; what is no day stands as it is. */
final class DateForm implements Form {
    private static final Locale RUSSIAN = Locale.of("ru");
    private static final int LENGTH = 10;
    private static final int YEAR_END = 4;
    private static final int MONTH = 5;
    private static final int DAY = 8;

    private final String field;
    private final Written written;

    private DateForm(String field, Written written) {
        this.field = field;
        this.written = written;
    }

    /** How a day is written; it is given as it is kept. */
    private interface Written {
        void append(StringBuilder text, String day);
    }

    /** The form that a text asks for by this word; null where there is none. */
    static @Nullable DateForm of(String field, String word) {
        Written written = switch (word) {
            case "день месяц" -> inWords(RUSSIAN, false);
            case "день месяц год" -> inWords(RUSSIAN, true);
            case "day month" -> inWords(Locale.ENGLISH, false);
            case "day month year" -> inWords(Locale.ENGLISH, true);
            case "дд.мм", "dd.mm" -> DateForm::dayAndMonth;
            case "дд.мм.гггг", "dd.mm.yyyy" -> DateForm::whole;
            default -> null;
        };
        return written == null ? null : new DateForm(field, written);
    }

    /** As the locale writes days: 22.11.2026, Nov 22, 2026. */
    static DateForm usual(String field, Locale locale) {
        if (locale.getLanguage().equals("ru")) {
            return new DateForm(field, DateForm::whole);
        }
        DateTimeFormatter format =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        return new DateForm(field, (text, day) -> text.append(format.format(LocalDate.parse(day))));
    }

    @Override
    public boolean append(StringBuilder text, Map<String, String> values) {
        String value = Form.filled(values, field);
        if (value == null) {
            return false;
        }
        if (isDay(value)) {
            written.append(text, value);
        } else {
            text.append(value);
        }
        return true;
    }

    /** 5 мая, 5 May: months as they follow a day. */
    private static Written inWords(Locale language, boolean year) {
        List<String> months = Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL, language))
                .toList();
        return (text, day) -> {
            int from = day.charAt(DAY) == '0' ? DAY + 1 : DAY;
            int month = (day.charAt(MONTH) - '0') * 10 + day.charAt(MONTH + 1) - '0';
            text.append(day, from, LENGTH).append(' ').append(months.get(month - 1));
            if (year) {
                text.append(' ').append(day, 0, YEAR_END);
            }
        };
    }

    private static void dayAndMonth(StringBuilder text, String day) {
        text.append(day, DAY, LENGTH).append('.').append(day, MONTH, MONTH + 2);
    }

    private static void whole(StringBuilder text, String day) {
        dayAndMonth(text, day);
        text.append('.').append(day, 0, YEAR_END);
    }

    /** By its shape and its month, without parsing: a million days are written one after another. */
    private static boolean isDay(String value) {
        if (value.length() != LENGTH || value.charAt(YEAR_END) != '-' || value.charAt(DAY - 1) != '-') {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = value.charAt(i);
            if (i != YEAR_END && i != DAY - 1 && (c < '0' || c > '9')) {
                return false;
            }
        }
        int month = (value.charAt(MONTH) - '0') * 10 + value.charAt(MONTH + 1) - '0';
        int day = (value.charAt(DAY) - '0') * 10 + value.charAt(DAY + 1) - '0';
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }
}
