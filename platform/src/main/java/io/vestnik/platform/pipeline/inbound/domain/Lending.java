package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.RouteId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number, or a word at a number, that somebody has for a time.
 *
 * @param id 0 for one that is not stored yet
 * @param number digits
 * @param route by which messages to it come; none for any
 * @param keyword with which messages begin; empty for all that begin with no other's word
 * @param account whose it is; none where all who write from the number share it
 * @param begins the first day of UTC
 * @param ends the last day; none for no end
 */
public record Lending(
        long id,
        String number,
        @Nullable RouteId route,
        String keyword,
        @Nullable AccountId account,
        LocalDate begins,
        @Nullable LocalDate ends,
        int version) {
    /** Whether it holds for a message that comes by this route on that day. */
    boolean holds(RouteId by, LocalDate day) {
        return (route == null || route.equals(by)) && holds(day);
    }

    /** Whether it holds on that day. */
    boolean holds(LocalDate day) {
        return !day.isBefore(begins) && (ends == null || !day.isAfter(ends));
    }
}
