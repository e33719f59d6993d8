package io.vestnik.platform.shell;

import io.vestnik.phone.PhoneNumber;
import io.vestnik.platform.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Values as the viewer's language writes them; templates call it as {@code #format}. Numbers are grouped by no-break spaces in
 * Russian and by commas in English.
 */
@Component
public class Format {

    private static final Locale RUSSIAN = Locale.of("ru", "RU");
    private static final Map<String, String> SIGNS =
            Map.of("RUB", "₽", "USD", "$", "EUR", "€", "KZT", "₸", "BYN", "Br", "GEL", "₾");
    private static final Pattern SOUND = Pattern.compile("[1-9]\\d{6,14}");
    private static final String NO_BREAK_SPACE = "\u00a0";
    private static final int MONEY_SCALE = 4;
    private static final long KILO = 1024;

    private final MessageSource messages;
    private final PresentViewer viewer;

    Format(MessageSource messages, PresentViewer viewer) {
        this.messages = messages;
        this.viewer = viewer;
    }

    /** A whole number: 1 204 567. */
    public String number(long value) {
        return decimals(BigDecimal.valueOf(value), 0, 0);
    }

    /** A number with at most this many digits after the comma, 0 to 9. */
    public String number(double value, int digits) {
        return decimals(BigDecimal.valueOf(value), 0, digits);
    }

    /** A number with the digits that it has, nine after the comma at most. */
    public String decimal(BigDecimal value) {
        return decimals(value, 0, 9);
    }

    /** A share as per cent with one digit after the comma at most: 92,4 %. */
    public String percent(long part, long whole) {
        BigDecimal share = whole == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        String number = decimals(share, 0, 1);
        return russian() ? number + NO_BREAK_SPACE + "%" : number + "%";
    }

    /** An amount in the currency (ISO 4217): two digits after the comma, up to four where a price needs them. */
    public String money(Money amount, String currency) {
        BigDecimal value = amount.toDecimal();
        String sign = sign(currency);
        String number = decimals(value.abs(), 2, MONEY_SCALE);
        String minus = value.signum() < 0 ? "−" : "";
        if (russian()) {
            return minus + number + NO_BREAK_SPACE + sign;
        }
        return sign.length() == 1 ? minus + sign + number : minus + sign + NO_BREAK_SPACE + number;
    }

    /** How a currency (ISO 4217) is written beside an amount: ₽; its code where it has no sign. */
    public String sign(String currency) {
        return SIGNS.getOrDefault(currency, currency);
    }

    /** A day in the viewer's zone: 21.11.2026, Nov 21, 2026. */
    public String date(@Nullable Instant at) {
        return at == null ? "" : pattern("dd.MM.yyyy", "MMM d, yyyy").format(at.atZone(zone()));
    }

    /** A day of the calendar: 21.11.2026, Nov 21, 2026. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : pattern("dd.MM.yyyy", "MMM d, yyyy").format(day);
    }

    /** What a condition compares with, as a person reads it; empty where nothing is compared. */
    public String clause(Clause clause) {
        return clause.day().map(this::day).orElseGet(clause::shown);
    }

    /** A whole condition as a person reads it: «Возраст больше 30». */
    public String sentence(Clause clause) {
        String title = text(clause.field().titleKey());
        String test = text("shell.list.test." + clause.test().code());
        return (title + " " + test + " " + clause(clause)).strip();
    }

    /** The conditions of a group as a person reads them, with words between. */
    public String sentence(ClauseGroup group) {
        String between = " " + text(group.any() ? "shell.list.or" : "shell.list.and") + " ";
        return Stream.concat(
                        group.clauses().stream().map(this::sentence),
                        group.groups().stream().map(inner -> "(" + sentence(inner) + ")"))
                .collect(Collectors.joining(between));
    }

    /** A day and minute in the viewer's zone: 21.11.2026 14:05, Nov 21, 2026, 14:05. */
    public String dateTime(@Nullable Instant at) {
        return at == null ? "" : dateTime(at, zone());
    }

    /** A day and minute in this zone. */
    public String dateTime(Instant at, ZoneId zone) {
        return pattern("dd.MM.yyyy HH:mm", "MMM d, yyyy, HH:mm").format(at.atZone(zone));
    }

    /** An hour and minute in the viewer's zone: 14:05. */
    public String time(@Nullable Instant at) {
        return at == null ? "" : pattern("HH:mm", "HH:mm").format(at.atZone(zone()));
    }

    /** The moment as a machine reads it, for the {@code datetime} attribute. */
    public String machine(Instant at) {
        return at.toString();
    }

    /** The name of the viewer's zone, for places where it matters. */
    public String zoneName() {
        return zone().getDisplayName(TextStyle.FULL, locale());
    }

    /** A span of time in its two largest units: 2 мин 5 с; nothing below a second. */
    public String duration(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return text("shell.span.seconds", seconds);
        }
        if (seconds < 3_600) {
            return text("shell.span.minutes", seconds / 60, seconds % 60);
        }
        if (seconds < 86_400) {
            return text("shell.span.hours", seconds / 3_600, seconds % 3_600 / 60);
        }
        return text("shell.span.days", seconds / 86_400, seconds % 86_400 / 3_600);
    }

    /** A span given in seconds. */
    public String duration(long seconds) {
        return duration(Duration.ofSeconds(seconds));
    }

    /** The size of a file: 1,2 МБ. */
    public String bytes(long size) {
        double value = size;
        String unit = "b";
        for (String larger : new String[] {"kb", "mb", "gb"}) {
            if (value < KILO) {
                break;
            }
            value /= KILO;
            unit = larger;
        }
        return number(value, value < 10 ? 1 : 0) + NO_BREAK_SPACE + text("shell.size." + unit);
    }

    /** A phone given by its digits with the country code, as its country writes it: +7 916 123-45-67, +1 212-555-0123. */
    public String phone(String digits) {
        return SOUND.matcher(digits).matches()
                ? new PhoneNumber(digits).display().replace(" ", NO_BREAK_SPACE)
                : "+" + digits;
    }

    /** A phone for those who may not see it in full: +7 916 ***-**-67. */
    public String maskedPhone(String digits) {
        String whole = phone(digits);
        int last = whole.length() - 2;
        int first = Math.min(whole.length(), 7);
        StringBuilder masked = new StringBuilder(whole);
        for (int at = first; at < last; at++) {
            if (Character.isDigit(masked.charAt(at))) {
                masked.setCharAt(at, '*');
            }
        }
        return masked.toString();
    }

    /** A sentence of a bundle in the viewer's language. */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    /** A number with its word: the bundle holds {@code {0} контакт|{0} контакта|{0} контактов} under the key. */
    public String count(long number, String key) {
        String forms = messages.getMessage(key, null, locale());
        return Plural.pick(number, forms, locale()).replace("{0}", number(number));
    }

    private String decimals(BigDecimal value, int least, int most) {
        NumberFormat format = NumberFormat.getNumberInstance(russian() ? RUSSIAN : Locale.US);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    private DateTimeFormatter pattern(String inRussian, String inEnglish) {
        return DateTimeFormatter.ofPattern(russian() ? inRussian : inEnglish, locale());
    }

    /** The zone in which the viewer reads times. */
    public ZoneId zone() {
        return viewer.zone();
    }

    private static boolean russian() {
        return locale().getLanguage().equals("ru");
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
