package io.vestnik.platform.billing.web;

import io.vestnik.platform.billing.Movement;
import io.vestnik.platform.billing.MovementFilter;
import io.vestnik.platform.billing.Operation;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Movements in the words of the page, and filters of the page as the ledger takes them. */
@Component
class MovementWords {
    private final MessageSource messages;
    private final Clock clock;

    MovementWords(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** A row of the page. */
    record Line(Instant day, Tone tone, String operation, String cause, long count, Money amount, boolean comes) {}

    /** A sum above the list. */
    record Total(String label, Money amount) {}

    Line line(Movement movement, ZoneId zone, Locale locale) {
        Operation operation = movement.operation();
        // Noon is the same day for every viewer less than twelve hours away.
        Instant noon = movement.day().atTime(LocalTime.NOON).atZone(zone).toInstant();
        return new Line(
                noon,
                tone(operation),
                operation(operation, locale),
                cause(movement.cause(), locale),
                movement.count(),
                signed(movement),
                operation == Operation.TOP_UP || operation == Operation.INCOME);
    }

    /** As people read it: what went away is below nothing. */
    static Money signed(Movement movement) {
        return switch (movement.operation()) {
            case DEBIT, WITHDRAWAL -> movement.amount().negated();
            case TOP_UP, HOLD, RELEASE, INCOME -> movement.amount();
        };
    }

    List<Total> totals(Map<Operation, Money> totals, Locale locale) {
        return totals.entrySet().stream()
                .map(it -> new Total(operation(it.getKey(), locale), it.getValue()))
                .toList();
    }

    String operation(Operation operation, Locale locale) {
        return messages.getMessage("billing.operation." + operation.code(), null, locale);
    }

    /** Such as {@code campaign 12}: the bundle knows the word, the rest is its argument; an unknown one stays as it is. */
    String cause(String cause, Locale locale) {
        int space = cause.indexOf(' ');
        String word = space < 0 ? cause : cause.substring(0, space);
        Object[] arguments = {space < 0 ? "" : cause.substring(space + 1)};
        String text = messages.getMessage("billing.cause." + word, arguments, cause, locale);
        return text == null ? cause : text;
    }

    String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    List<Option> operations(Locale locale) {
        return Arrays.stream(Operation.values())
                .map(it -> new Option(it.code(), operation(it, locale)))
                .toList();
    }

    List<Option> periods(Locale locale) {
        return Arrays.stream(Period.values())
                .map(it -> new Option(it.code(), text("billing.period." + it.code(), locale)))
                .toList();
    }

    MovementFilter filter(ListQuery query, ZoneId zone) {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        Optional<Period> period = query.filter("period")
                .flatMap(code -> Arrays.stream(Period.values())
                        .filter(it -> it.code().equals(code))
                        .findFirst());
        Operation operation = query.filter("operation")
                .flatMap(code -> Arrays.stream(Operation.values())
                        .filter(it -> it.code().equals(code))
                        .findFirst())
                .orElse(null);
        return new MovementFilter(
                period.map(it -> it.from(today)).orElse(null),
                period.map(it -> it.to(today)).orElse(null),
                operation);
    }

    private static Tone tone(Operation operation) {
        return switch (operation) {
            case TOP_UP, INCOME -> Tone.SUCCESS;
            case HOLD -> Tone.WAITING;
            case DEBIT -> Tone.PROGRESS;
            case RELEASE, WITHDRAWAL -> Tone.NEUTRAL;
        };
    }

    /** A stretch of days, as people ask for it. */
    private enum Period {
        TODAY,
        WEEK,
        MONTH,
        LAST_MONTH,
        YEAR;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Nullable
        LocalDate from(LocalDate today) {
            return switch (this) {
                case TODAY -> today;
                case WEEK -> today.minusDays(6);
                case MONTH -> today.withDayOfMonth(1);
                case LAST_MONTH -> today.withDayOfMonth(1).minusMonths(1);
                case YEAR -> today.withDayOfYear(1);
            };
        }

        LocalDate to(LocalDate today) {
            return this == LAST_MONTH ? today.withDayOfMonth(1).minusDays(1) : today;
        }
    }
}
