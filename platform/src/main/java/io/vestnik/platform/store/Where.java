package io.vestnik.platform.store;

import io.vestnik.platform.kernel.Condition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Conditions of people as the end of a statement's WHERE. What stands for a field comes from the code that declares it; what was typed
 * is only ever bound.
 */
public final class Where {

    /** What a field holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        DAY,
        MOMENT
    }

    /** An expression that stands for a field, such as {@code c.name}. */
    public record Place(String sql, Kind kind) {}

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Where() {}

    /** All of the conditions; a field that is not among the places is a fault of the code that declared it to people. */
    public static Where all(List<Condition> conditions, Map<String, Place> places) {
        Where where = new Where();
        for (Condition condition : conditions) {
            Place place = places.get(condition.field());
            if (place == null) {
                throw new IllegalArgumentException("No column stands for the field " + condition.field());
            }
            where.and(condition, place);
        }
        return where;
    }

    /** Begins with {@code AND}; empty when there is no condition. */
    public String sql() {
        return sql.toString();
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

    private void and(Condition condition, Place place) {
        String column = place.sql();
        String name = "where" + values.size();
        boolean text = place.kind() == Kind.TEXT;
        String left = text ? "lower(" + column + ")" : column;
        String right = text ? "lower(:" + name + ")" : ":" + name;
        String compared = switch (condition.test()) {
            case IS -> left + " = " + right;
            case IS_NOT -> left + " IS DISTINCT FROM " + right;
            case HAS -> "strpos(" + left + ", " + right + ") > 0";
            case STARTS -> "starts_with(" + left + ", " + right + ")";
            case MORE -> left + " > " + right;
            case LESS, BEFORE -> left + " < " + right;
            case SINCE -> left + " >= " + right;
            case EMPTY -> text ? "coalesce(" + column + ", '') = ''" : column + " IS NULL";
            case FILLED -> text ? "coalesce(" + column + ", '') <> ''" : column + " IS NOT NULL";
        };
        sql.append(" AND ").append(compared);
        if (compared.contains(":" + name)) {
            values.put(name, value(condition.value(), place.kind()));
        }
    }

    private static Object value(String value, Kind kind) {
        return switch (kind) {
            case TEXT -> value;
            case NUMBER -> new BigDecimal(value);
            case DAY -> LocalDate.parse(value);
            case MOMENT -> Instant.parse(value).atOffset(ZoneOffset.UTC);
        };
    }
}
