package io.vestnik.platform.promo.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Values as columns hold them. */
final class Columns {
    private Columns() {}

    static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static <T> Long[] numbers(Collection<T> all, ToLongFunction<T> value) {
        return all.stream().map(value::applyAsLong).toArray(Long[]::new);
    }

    static <T> String[] texts(Collection<T> all, Function<T, String> value) {
        return all.stream().map(value).toArray(String[]::new);
    }
}
