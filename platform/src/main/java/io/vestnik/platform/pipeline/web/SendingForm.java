package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.pipeline.Hours;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.pipeline.SendingTerms.Allowed;
import io.vestnik.platform.pipeline.SendingTerms.Outside;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of sending as the browser sends them.
 *
 * @param version the one that was seen; 0 where the account had settled nothing
 * @param limited whether only some hours are right
 * @param days of the week, Monday is 1
 * @param outside {@code wait} or {@code refuse}
 * @param validity hours
 */
record SendingForm(
        @Nullable Integer version,
        @Nullable Boolean limited,
        @Nullable String from,
        @Nullable String to,
        @Nullable List<Integer> days,
        @Nullable String outside,
        @Nullable Boolean transactional,
        @Nullable Boolean homeOnly,
        @Nullable String sender,
        @Nullable Integer validity,
        @Nullable Boolean shortLinks,
        @Nullable Boolean test,
        @Nullable Boolean quiet,
        @Nullable Boolean notOnHolidays,
        @Nullable String zone,
        @Nullable Boolean below) {
    private static final Hours BY_DAY =
            new Hours(LocalTime.of(9, 0), LocalTime.of(21, 0), EnumSet.allOf(DayOfWeek.class));

    static SendingForm of(int version, SendingTerms terms, boolean below, String zone) {
        Allowed allowed = terms.allowed();
        Hours hours = allowed == null ? BY_DAY : allowed.hours();
        return new SendingForm(
                version,
                allowed != null,
                hours.from().toString(),
                hours.to().toString(),
                hours.days().stream().map(DayOfWeek::getValue).sorted().toList(),
                code(allowed == null ? Outside.WAIT : allowed.outside()),
                allowed == null || allowed.transactional(),
                terms.homeOnly(),
                terms.sender(),
                (int) terms.validity().toHours(),
                terms.shortLinks(),
                terms.test(),
                terms.quiet(),
                terms.notOnHolidays(),
                zone,
                below);
    }

    static String code(Outside outside) {
        return outside.name().toLowerCase(Locale.ROOT);
    }

    int seen() {
        return Objects.requireNonNullElse(version, 0);
    }

    boolean on(int day) {
        return Objects.requireNonNullElse(days, List.<Integer>of()).contains(day);
    }

    /** The same, made from the version that is kept now. */
    SendingForm seenAs(int current) {
        return new SendingForm(
                current,
                limited,
                from,
                to,
                days,
                outside,
                transactional,
                homeOnly,
                sender,
                validity,
                shortLinks,
                test,
                quiet,
                notOnHolidays,
                zone,
                below);
    }

    /** As it is kept; nothing where hours are wanted that never open. */
    Optional<SendingTerms> terms() {
        if (!Boolean.TRUE.equals(limited)) {
            return Optional.of(terms(null));
        }
        return Hours.written(from, to, days)
                .map(hours -> terms(new Allowed(
                        hours,
                        code(Outside.REFUSE).equals(outside) ? Outside.REFUSE : Outside.WAIT,
                        Boolean.TRUE.equals(transactional))));
    }

    private SendingTerms terms(@Nullable Allowed allowed) {
        return new SendingTerms(
                allowed,
                Boolean.TRUE.equals(homeOnly),
                sender == null || sender.isBlank() ? null : sender.strip(),
                Duration.ofHours(Objects.requireNonNullElse(validity, 0)),
                Boolean.TRUE.equals(shortLinks),
                Boolean.TRUE.equals(test),
                Boolean.TRUE.equals(quiet),
                Boolean.TRUE.equals(notOnHolidays));
    }
}
