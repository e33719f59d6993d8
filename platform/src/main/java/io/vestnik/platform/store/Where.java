package io.vestnik.platform.store;

import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Conditions of people as the end of a statement's WHERE. What stands for a field comes from the code that declares it; what was typed
 * is only ever bound.
 */
public final class Where {
    private static final int DAYS_OF_A_YEAR = 366;
    private static final int LENGTH_OF_A_DAY = "2026-11-22".length();

    /** What a field holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        DAY,
        MOMENT,
        /** The place's SQL says of the value, written as {@code ?}, whether it is among the row's. */
        SET,
        /** The field is no more: no row meets a condition on it. */
        GONE
    }

    /** An expression that stands for a field, such as {@code c.name}. */
    public record Place(String sql, Kind kind) {}

    /** The day that counts as today, and the zone whose days it is about. */
    public record Today(LocalDate day, ZoneId zone) {
        private Object start(LocalDate of) {
            return of.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
        }
    }

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Function<String, @Nullable Place> places;
    private final @Nullable Today today;
    private String sql = "";

    private Where(Function<String, @Nullable Place> places, @Nullable Today today) {
        this.places = places;
        this.today = today;
    }

    /** All of the conditions; a field that is not among the places is a fault of the code that declared it to people. */
    public static Where all(List<Condition> conditions, Map<String, Place> places) {
        Where where = new Where(places::get, null);
        StringBuilder sql = new StringBuilder();
        conditions.forEach(condition -> sql.append(" AND ").append(where.compared(condition)));
        where.sql = sql.toString();
        return where;
    }

    /** What the rule asks for; a field without a place is a fault of the code that declared it to people. */
    public static Where rule(Rule rule, Function<String, @Nullable Place> places, Today today) {
        Where where = new Where(places, today);
        where.sql = rule.none() ? "" : " AND " + where.joined(rule);
        return where;
    }

    /** Begins with {@code AND}; empty when there is no condition. */
    public String sql() {
        return sql;
    }

    /** The statement with the values bound. */
    public StatementSpec on(StatementSpec statement) {
        values.forEach(statement::param);
        return statement;
    }

    /** The values by the names that the SQL uses. */
    public Map<String, Object> values() {
        return Map.copyOf(values);
    }

    private String joined(Rule rule) {
        List<String> parts = new ArrayList<>();
        rule.conditions().forEach(condition -> parts.add(compared(condition)));
        rule.groups().forEach(group -> parts.add(joined(group)));
        return "(" + String.join(rule.any() ? " OR " : " AND ", parts) + ")";
    }

    private String compared(Condition condition) {
        Place place = places.apply(condition.field());
        if (place == null) {
            throw new IllegalArgumentException("No column stands for the field " + condition.field());
        }
        return switch (place.kind()) {
            case TEXT -> text(condition, place.sql());
            case NUMBER -> plain(condition, place.sql(), new BigDecimal(orNone(condition, "0")));
            case DAY -> day(condition, place.sql());
            case MOMENT -> moment(condition, place.sql());
            case SET -> set(condition, place.sql());
            case GONE -> "false";
        };
    }

    private String text(Condition condition, String column) {
        String left = "lower(" + column + ")";
        return switch (condition.test()) {
            case IS -> left + " = lower(" + bound(condition.value()) + ")";
            case IS_NOT -> left + " IS DISTINCT FROM lower(" + bound(condition.value()) + ")";
            case HAS -> "strpos(" + left + ", lower(" + bound(condition.value()) + ")) > 0";
            case STARTS -> "starts_with(" + left + ", lower(" + bound(condition.value()) + "))";
            case EMPTY -> "coalesce(" + column + ", '') = ''";
            case FILLED -> "coalesce(" + column + ", '') <> ''";
            case MORE, LESS, SINCE, BEFORE, WITHIN, OLDER, SOON -> throw odd(condition);
        };
    }

    private String plain(Condition condition, String column, Object value) {
        return switch (condition.test()) {
            case IS -> column + " = " + bound(value);
            case IS_NOT -> column + " IS DISTINCT FROM " + bound(value);
            case MORE -> column + " > " + bound(value);
            case LESS, BEFORE -> column + " < " + bound(value);
            case SINCE -> column + " >= " + bound(value);
            case EMPTY -> column + " IS NULL";
            case FILLED -> column + " IS NOT NULL";
            case HAS, STARTS, WITHIN, OLDER, SOON -> throw odd(condition);
        };
    }

    private String day(Condition condition, String column) {
        if (!condition.test().countsDays()) {
            return plain(condition, column, LocalDate.parse(orNone(condition, "2000-01-01")));
        }
        LocalDate now = today(condition).day();
        LocalDate then = now.minusDays(days(condition));
        return switch (condition.test()) {
            case WITHIN -> "(" + column + " >= " + bound(then) + " AND " + column + " <= " + bound(now) + ")";
            case OLDER -> column + " < " + bound(then);
            case SOON ->
                "(extract(month FROM " + column + ") * 100 + extract(day FROM " + column + "))::int = ANY("
                        + bound(anniversaries(now, days(condition))) + ")";
            case IS, IS_NOT, HAS, STARTS, MORE, LESS, SINCE, BEFORE, EMPTY, FILLED -> throw odd(condition);
        };
    }

    /** Days of the year as 1231; who was born on 29 February is greeted on the 28th where a year has no 29th. */
    private static Integer[] anniversaries(LocalDate from, long days) {
        return from.datesUntil(from.plusDays(Math.min(days, DAYS_OF_A_YEAR) + 1))
                .flatMapToInt(day -> {
                    int number = day.getMonthValue() * 100 + day.getDayOfMonth();
                    return number == 228 && !day.isLeapYear() ? IntStream.of(number, 229) : IntStream.of(number);
                })
                .boxed()
                .distinct()
                .toArray(Integer[]::new);
    }

    /** A moment is compared with another one, or with the days of the zone. */
    private String moment(Condition condition, String column) {
        if (condition.test().bare()) {
            return plain(condition, column, "");
        }
        if (condition.test().countsDays()) {
            Today now = today(condition);
            Object then = now.start(now.day().minusDays(days(condition)));
            return switch (condition.test()) {
                case WITHIN -> column + " >= " + bound(then);
                case OLDER -> column + " < " + bound(then);
                case SOON, IS, IS_NOT, HAS, STARTS, MORE, LESS, SINCE, BEFORE, EMPTY, FILLED -> throw odd(condition);
            };
        }
        if (condition.value().length() != LENGTH_OF_A_DAY) {
            return plain(condition, column, Instant.parse(condition.value()).atOffset(ZoneOffset.UTC));
        }
        LocalDate day = LocalDate.parse(condition.value());
        Object start = today(condition).start(day);
        return condition.test() == Condition.Test.IS
                ? "(" + column + " >= " + bound(start) + " AND " + column + " < "
                        + bound(today(condition).start(day.plusDays(1))) + ")"
                : plain(condition, column, start);
    }

    private String set(Condition condition, String member) {
        return switch (condition.test()) {
            case IS -> member.replace("?", bound(condition.value()));
            case IS_NOT -> "NOT " + member.replace("?", bound(condition.value()));
            case HAS, STARTS, MORE, LESS, SINCE, BEFORE, WITHIN, OLDER, SOON, EMPTY, FILLED -> throw odd(condition);
        };
    }

    private String bound(Object value) {
        String name = "where" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    private Today today(Condition condition) {
        if (today == null) {
            throw odd(condition);
        }
        return today;
    }

    private static long days(Condition condition) {
        return Long.parseLong(condition.value());
    }

    private static String orNone(Condition condition, String none) {
        return condition.test().bare() ? none : condition.value();
    }

    private static IllegalArgumentException odd(Condition condition) {
        return new IllegalArgumentException(
                "The field " + condition.field() + " is not compared so: " + condition.test());
    }
}
