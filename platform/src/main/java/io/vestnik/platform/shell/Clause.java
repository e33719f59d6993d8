package io.vestnik.platform.shell;

import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Condition.Test;
import io.vestnik.platform.kernel.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition as the address of a list says it: {@code f0=name&o0=has&v0=Anna}, and {@code g0=1} where it is in a {@link ClauseGroup}.
 * What is spoilt in an address is passed over.
 *
 * @param number the place in the address, from 0 to 29
 * @param value as it was typed; empty where nothing is compared
 */
public record Clause(int number, Field field, Test test, String value) {

    /** How many an address may have. */
    public static final int MOST = Rule.MOST;

    /** The names of the address's parameters before the number. */
    static final List<String> PARAMETERS = List.of("f", "o", "v", "g");

    private static final int LONGEST = 100;

    /** The conditions of the address on these fields, in their order. */
    static List<Clause> of(ListQuery query, List<Field> fields) {
        List<Clause> clauses = new ArrayList<>();
        for (int number = 0; number < MOST; number++) {
            String name = query.filter("f" + number).orElse("");
            String code = query.filter("o" + number).orElse("");
            String value = query.filter("v" + number).orElse("").strip();
            int at = number;
            fields.stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst()
                    .flatMap(field -> of(at, field, code, value))
                    .ifPresent(clauses::add);
        }
        return clauses;
    }

    private static Optional<Clause> of(int number, Field field, String code, String value) {
        return field.tests().stream()
                .filter(test -> test.code().equals(code))
                .findFirst()
                .map(test -> new Clause(number, field, test, test.bare() ? "" : value))
                .filter(Clause::sound);
    }

    /** A condition on one of the fields as programs write it; none where it is spoilt, days of moments left as days. */
    public static Optional<Condition> condition(Field field, String code, String value) {
        return of(0, field, code, value.strip()).map(Clause::condition);
    }

    private boolean sound() {
        if (test.bare()) {
            return true;
        }
        if (test.countsDays()) {
            return value.matches("\\d{1,4}");
        }
        return switch (field.kind()) {
            case TEXT -> !value.isEmpty() && value.length() <= LONGEST;
            case NUMBER -> value.replace(',', '.').matches("-?\\d{1,15}(\\.\\d{1,6})?");
            case DAY, MOMENT -> day(value).isPresent();
            case CHOICE -> field.options().stream().anyMatch(it -> it.value().equals(value));
        };
    }

    /** The value as a person reads it, but for days. */
    public String shown() {
        return field.options().stream()
                .filter(it -> it.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }

    /** The day that is compared with; empty unless it is about days. */
    public Optional<LocalDate> day() {
        return switch (field.kind()) {
            case DAY, MOMENT -> test.countsDays() ? Optional.empty() : day(value);
            case TEXT, NUMBER, CHOICE -> Optional.empty();
        };
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value)).filter(it -> it.getYear() > 1800 && it.getYear() < 2300);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** What the rows must meet; a day of moments is what lies between its beginning and its end in the zone. */
    List<Condition> conditions(ZoneId zone) {
        Optional<LocalDate> day = day();
        if (day.isEmpty() || field.kind() == Field.Kind.DAY) {
            return List.of(condition());
        }
        Condition since = moment(Test.SINCE, day.get(), zone);
        return switch (test) {
            case IS -> List.of(since, moment(Test.BEFORE, day.get().plusDays(1), zone));
            case SINCE -> List.of(since);
            case BEFORE -> List.of(moment(Test.BEFORE, day.get(), zone));
            case IS_NOT, HAS, STARTS, MORE, LESS, WITHIN, OLDER, SOON, EMPTY, FILLED ->
                throw new IllegalStateException("A moment is not compared so: " + test);
        };
    }

    /** What the rows must meet, days of moments left as days. */
    Condition condition() {
        String plain = field.kind() == Field.Kind.NUMBER && !value.isEmpty()
                ? new BigDecimal(value.replace(',', '.')).toPlainString()
                : value;
        return new Condition(field.name(), test, plain);
    }

    private Condition moment(Test how, LocalDate day, ZoneId zone) {
        return new Condition(
                field.name(), how, day.atStartOfDay(zone).toInstant().toString());
    }
}
