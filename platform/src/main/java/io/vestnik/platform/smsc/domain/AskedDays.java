package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.smsc.wire.Params;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which days are asked for: {@code start} to {@code end}; none of them narrows nothing. */
record AskedDays(@Nullable LocalDate start, @Nullable LocalDate end) {
    /** Empty where one of them is no day. */
    static Optional<AskedDays> read(Params params) {
        Optional<LocalDate> start = Moments.day(params.get("start"));
        Optional<LocalDate> end = Moments.day(params.get("end"));
        return (params.has("start") && start.isEmpty()) || (params.has("end") && end.isEmpty())
                ? Optional.empty()
                : Optional.of(new AskedDays(start.orElse(null), end.orElse(null)));
    }

    boolean any() {
        return start == null && end == null;
    }

    boolean has(LocalDate day) {
        return (start == null || !day.isBefore(start)) && (end == null || !day.isAfter(end));
    }
}
