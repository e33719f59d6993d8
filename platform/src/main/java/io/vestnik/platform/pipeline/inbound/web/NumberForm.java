package io.vestnik.platform.pipeline.inbound.web;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.inbound.domain.Lending;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A number as it is typed. */
record NumberForm(
        @Nullable String number,
        @Nullable String route,
        @Nullable String keyword,
        @Nullable String account,
        @Nullable String begins,
        @Nullable String ends,
        @Nullable Integer version) {
    private static final int LONGEST_KEYWORD = 40;

    /** With the name of its account, as the field shows it. */
    static NumberForm of(Lending lending, String account) {
        return new NumberForm(
                lending.number(),
                Objects.toString(lending.route(), ""),
                lending.keyword(),
                account,
                lending.begins().toString(),
                Objects.toString(lending.ends(), ""),
                lending.version());
    }

    /** What came of reading it. */
    sealed interface Read {
        record Sound(Lending lending) implements Read {}

        /** The ends of keys of the bundle by the names of fields; not empty. */
        record Wrong(Map<String, String> faults) implements Read {}
    }

    /**
     * Reads it.
     *
     * @param accounts which account a name means
     */
    Read read(long id, Function<String, Optional<AccountId>> accounts) {
        Map<String, String> faults = new LinkedHashMap<>();
        String digits = text(number).replaceAll("[\\s()+-]", "");
        if (!digits.matches("\\d{2,15}")) {
            faults.put("number", "number");
        }
        String word = text(keyword).toUpperCase(Locale.ROOT);
        if (word.length() > LONGEST_KEYWORD || !word.matches("[\\p{L}\\p{N}]*")) {
            faults.put("keyword", "keyword");
        }
        if (!word.isEmpty() && text(account).isEmpty()) {
            faults.put("account", "keyword-of-nobody");
        }
        long way = id(text(route), "route", faults);
        AccountId owner =
                text(account).isEmpty() ? null : accounts.apply(text(account)).orElse(null);
        if (owner == null && !text(account).isEmpty()) {
            faults.put("account", "account");
        }
        LocalDate first = day(begins, "begins", faults);
        LocalDate last = text(ends).isEmpty() ? null : day(ends, "ends", faults);
        if (last != null && last.isBefore(first) && !faults.containsKey("ends")) {
            faults.put("ends", "ends");
        }
        return faults.isEmpty()
                ? new Read.Sound(new Lending(
                        id,
                        digits,
                        way == 0 ? null : new RouteId(way),
                        word,
                        owner,
                        first,
                        last,
                        version == null ? 0 : version))
                : new Read.Wrong(faults);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** 0 for none. */
    private static long id(String typed, String field, Map<String, String> faults) {
        if (typed.isEmpty()) {
            return 0;
        }
        if (typed.matches("[1-9]\\d{0,17}")) {
            return Long.parseLong(typed);
        }
        faults.put(field, field);
        return 0;
    }

    private static LocalDate day(@Nullable String typed, String field, Map<String, String> faults) {
        try {
            return LocalDate.parse(text(typed));
        } catch (DateTimeParseException e) {
            faults.put(field, "day");
            return LocalDate.EPOCH;
        }
    }
}
