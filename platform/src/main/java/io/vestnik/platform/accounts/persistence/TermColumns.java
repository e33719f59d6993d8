package io.vestnik.platform.accounts.persistence;

import io.vestnik.platform.accounts.AddressRange;
import io.vestnik.platform.accounts.domain.Daytime;
import io.vestnik.platform.accounts.domain.KeyTerms;
import io.vestnik.platform.accounts.domain.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The columns that say from where and when a program is let in, when it may send, and how much. */
final class TermColumns {

    static final String NAMES = "addresses, hours_from, hours_to, instant, limits";

    private TermColumns() {}

    static StatementSpec on(StatementSpec statement, KeyTerms terms) {
        Daytime hours = terms.hours();
        return statement
                .param(
                        "addresses",
                        terms.addresses().stream().map(AddressRange::text).toArray(String[]::new))
                .param("hours_from", hours == null ? null : hours.from(), Types.TIME)
                .param("hours_to", hours == null ? null : hours.to(), Types.TIME)
                .param("instant", terms.instant())
                .param(
                        "limits",
                        Arrays.stream(Span.values())
                                .map(span -> terms.limits().getOrDefault(span, 0L))
                                .toArray(Long[]::new));
    }

    static KeyTerms read(ResultSet row, Set<String> scopes, @Nullable LocalDate lastDay) throws SQLException {
        LocalTime from = row.getObject("hours_from", LocalTime.class);
        LocalTime to = row.getObject("hours_to", LocalTime.class);
        Long[] limits = (Long[]) row.getArray("limits").getArray();
        Map<Span, Long> set = new EnumMap<>(Span.class);
        for (Span span : Span.values()) {
            if (limits[span.number()] > 0) {
                set.put(span, limits[span.number()]);
            }
        }
        return new KeyTerms(
                scopes,
                AddressRanges.of(row),
                lastDay,
                from == null ? null : new Daytime(from, to),
                row.getBoolean("instant"),
                set);
    }
}
