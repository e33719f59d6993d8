package io.vestnik.platform.statistics.domain;

import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Way;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are counted; a part that is not given does not narrow.
 *
 * @param from the first day of their acceptance, in the account's zone
 * @param to the last one
 * @param weekdays on which of them; none for all
 * @param network mobile country and network code
 * @param region as the numbering plan names it; empty for messages without one
 * @param campaigns of these alone
 */
public record Narrowing(
        LocalDate from,
        LocalDate to,
        Set<DayOfWeek> weekdays,
        @Nullable Way way,
        @Nullable String sender,
        @Nullable String network,
        @Nullable String region,
        @Nullable Set<CampaignId> campaigns) {
    public Narrowing {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period that ends before it begins: " + from + ".." + to);
        }
        weekdays = Set.copyOf(weekdays);
        campaigns = campaigns == null ? null : Set.copyOf(campaigns);
    }

    /** Everything of these days. */
    public static Narrowing of(LocalDate from, LocalDate to) {
        return new Narrowing(from, to, Set.of(), null, null, null, null, null);
    }

    /** The same, of these campaigns alone. */
    public Narrowing within(@Nullable Set<CampaignId> some) {
        return new Narrowing(from, to, weekdays, way, sender, network, region, some);
    }
}
