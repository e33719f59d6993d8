package io.vestnik.platform.plans.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.domain.Days;
import io.vestnik.platform.plans.domain.End;
import io.vestnik.platform.plans.domain.Every;
import io.vestnik.platform.plans.domain.Occasion;
import io.vestnik.platform.plans.domain.OnHoliday;
import io.vestnik.platform.plans.domain.Plan;
import io.vestnik.platform.plans.domain.PlanState;
import io.vestnik.platform.plans.domain.Run;
import io.vestnik.platform.plans.domain.RunState;
import io.vestnik.platform.plans.domain.Schedule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of plans and runs as values, and back. */
final class PlanRows {
    private PlanRows() {}

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime perhaps(@Nullable Instant at) {
        return at == null ? null : time(at);
    }

    static Plan plan(ResultSet row, int number) throws SQLException {
        long author = row.getLong("author");
        return new Plan(
                new PlanId(row.getLong("id")),
                new AccountId(row.getLong("account")),
                new Plan.Terms(
                        row.getString("name"),
                        new CampaignId(row.getLong("pattern")),
                        occasion(row),
                        row.getInt("late_hours")),
                MessageText.read(row.getString("message")),
                PlanState.ofNumber(row.getInt("state")),
                row.getInt("version"),
                new Plan.Author(author == 0 ? null : new UserId(author), row.getString("author_name")),
                instant(row, "next_run_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Occasion occasion(ResultSet row) throws SQLException {
        ZoneId zone = ZoneId.of(row.getString("zone"));
        List<LocalTime> times = Arrays.stream((String[]) row.getArray("times").getArray())
                .map(LocalTime::parse)
                .toList();
        String field = row.getString("field");
        if (field != null) {
            return new Occasion.Anniversary(
                    field,
                    row.getInt("offset_days"),
                    times.getFirst(),
                    Occasion.LeapDay.valueOf(row.getString("leap_day").toUpperCase(Locale.ROOT)),
                    zone);
        }
        Days days = new Days(
                set(row, "months", Month::of),
                set(row, "dates", Function.identity()),
                set(row, "weekdays", DayOfWeek::of),
                new Every(
                        row.getInt("every_count"),
                        Every.Unit.valueOf(row.getString("every_unit").toUpperCase(Locale.ROOT))));
        return new Occasion.Calendar(new Schedule(
                days,
                times,
                row.getObject("starts", LocalDate.class),
                end(row),
                zone,
                OnHoliday.valueOf(row.getString("on_holiday").toUpperCase(Locale.ROOT))));
    }

    private static End end(ResultSet row) throws SQLException {
        LocalDate ends = row.getObject("ends", LocalDate.class);
        if (ends != null) {
            return new End.Until(ends);
        }
        int most = row.getInt("most_runs");
        return row.wasNull() ? new End.Never() : new End.After(most);
    }

    private static <T> Set<T> set(ResultSet row, String column, Function<Integer, T> value) throws SQLException {
        return Arrays.stream((Integer[]) row.getArray(column).getArray())
                .map(value)
                .collect(Collectors.toSet());
    }

    /** The columns that a person's terms fill. */
    static Map<String, @Nullable Object> written(Plan.Terms terms) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("name", terms.name());
        values.put("pattern", terms.pattern().value());
        values.put("late", terms.lateHours());
        switch (terms.occasion()) {
            case Occasion.Calendar(Schedule schedule) -> {
                values.putAll(written(schedule));
                values.put("field", null);
                values.put("offset", null);
                values.put("leap", null);
            }
            case Occasion.Anniversary occasion -> {
                values.putAll(written(new Schedule(
                        Days.ALL,
                        List.of(occasion.time()),
                        LocalDate.EPOCH,
                        new End.Never(),
                        occasion.zone(),
                        OnHoliday.RUN)));
                values.put("field", occasion.field());
                values.put("offset", occasion.offset());
                values.put("leap", occasion.leapDay().code());
            }
        }
        return values;
    }

    private static Map<String, @Nullable Object> written(Schedule schedule) {
        Map<String, @Nullable Object> values = new HashMap<>();
        Days days = schedule.days();
        values.put("months", numbers(days.months().stream().map(Month::getValue).toList()));
        values.put("dates", numbers(days.dates()));
        values.put(
                "weekdays",
                numbers(days.weekdays().stream().map(DayOfWeek::getValue).toList()));
        values.put("count", days.every().count());
        values.put("unit", days.every().unit().name().toLowerCase(Locale.ROOT));
        values.put("times", schedule.times().stream().map(LocalTime::toString).toArray(String[]::new));
        values.put("starts", schedule.from());
        values.put("ends", schedule.end() instanceof End.Until(LocalDate day) ? day : null);
        values.put("most", schedule.end() instanceof End.After(int runs) ? runs : null);
        values.put("zone", schedule.zone().getId());
        values.put("holiday", schedule.onHoliday().code());
        return values;
    }

    private static Integer[] numbers(Collection<Integer> numbers) {
        return numbers.toArray(Integer[]::new);
    }

    static Run run(ResultSet row, int number) throws SQLException {
        long campaign = row.getLong("campaign");
        return new Run(
                row.getLong("id"),
                new AccountId(row.getLong("account")),
                new PlanId(row.getLong("plan")),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                row.getInt("piece"),
                row.getBoolean("by_hand"),
                RunState.ofNumber(row.getInt("state")),
                campaign == 0 ? null : new CampaignId(campaign),
                row.getLong("recipients"),
                Money.of(row.getBigDecimal("cost")),
                row.getString("detail"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
