package io.vestnik.platform.promo.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What people say of an action; {@link ActionRules} tells whether it can be kept.
 *
 * @param codes where they come from and how they look
 * @param from the first day on which codes are redeemed
 * @param to the last day on which codes are given
 * @param instruction what the cashier reads beside a good code
 * @param joining what is written to whoever joins
 * @param reminding what is written to whoever has not used their code; none where nobody is reminded
 */
public record Terms(
        String name,
        Codes codes,
        LocalDate from,
        LocalDate to,
        Good good,
        String instruction,
        Joining joining,
        @Nullable Reminding reminding) {
    public static final long MOST_CODES = 10_000_000;

    /** The same for an action that is there: what stands in texts already stays. */
    Terms as(Terms kept) {
        Codes look = kept.codes();
        Codes same = new Codes(look.source(), look.alphabet(), look.length(), codes.most());
        return new Terms(kept.name(), same, from, to, good, instruction, joining, reminding);
    }

    /**
     * How codes look.
     *
     * @param most how many may be made; of no meaning where they are loaded
     */
    public record Codes(Source source, Alphabet alphabet, int length, long most) {}

    /** Until when a code is good. */
    public sealed interface Good {
        /** Until the end of this day. */
        record Until(LocalDate day) implements Good {}

        /** Until the end of the day so many days after it was sent. */
        record Days(int days) implements Good {}

        /** The moment from which a code that is sent now is good no more. */
        default Instant end(Instant now, ZoneId zone) {
            LocalDate last = switch (this) {
                case Until(LocalDate day) -> day;
                case Days(int days) -> now.atZone(zone).toLocalDate().plusDays(days);
            };
            return last.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /**
     * The letter of joining.
     *
     * @param text empty where nobody may join
     * @param at when the first may leave; none for at once
     */
    public record Joining(
            String sender, String text, @Nullable Instant at) {}

    /**
     * The letter that reminds.
     *
     * @param days before the last day of a code
     * @param hour of the account's day, 0 to 23
     */
    public record Reminding(int days, int hour, String text) {}
}
