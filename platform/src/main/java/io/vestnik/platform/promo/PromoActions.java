package io.vestnik.platform.promo;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Actions and their codes, as programs make and read them. */
public interface PromoActions {
    Optional<Kept> find(AccountId account, ActionId id);

    Saved create(Who who, Outline outline);

    /**
     * Writes one anew; its name, and what its codes look like, stay as they were, for both stand in texts already.
     *
     * @param version the one that was read
     */
    Saved change(Who who, ActionId id, int version, Outline outline);

    /** Deletes one that was never used; false where somebody has got a code of it, or waits for one. */
    boolean delete(Who who, ActionId id);

    /** Takes a deletion back, within a day; false where there was none, it is too late, or another action has its name meanwhile. */
    boolean restore(Who who, ActionId id);

    /** Codes that were given, the newest first; none where there is no such action. */
    Optional<Slice<Code>> codes(AccountId account, ActionId id, Which which, @Nullable String after, int limit);

    /** Redemptions, the newest first; none where there is no such action. */
    Optional<Slice<Redemption>> redemptions(AccountId account, ActionId id, @Nullable String after, int limit);

    /** Starts to load codes from a stored table; none where there is no such action whose codes are loaded. */
    Optional<JobId> load(Who who, ActionId id, FileId file);

    /** What states codes stand in. */
    List<String> states();

    /**
     * Which codes.
     *
     * @param search a code, or digits of a phone; empty for all
     * @param state one of {@link #states}; none for all
     */
    record Which(String search, @Nullable String state) {}

    /**
     * What is said of an action.
     *
     * @param source {@code made} or {@code loaded}
     * @param alphabet {@code clear}, {@code digits} or {@code letters}
     * @param most how many codes may be made
     * @param to the last day on which codes are given
     * @param days how many days after it was sent a code is good; none where it is good until a day
     * @param until the last day on which codes are good; none where each has days of its own
     * @param text what is written to whoever joins; empty where nobody may
     * @param sendAt when the first may leave; none for at once
     * @param reminder none where nobody is reminded
     */
    record Outline(
            String name,
            String source,
            String alphabet,
            int length,
            long most,
            LocalDate from,
            LocalDate to,
            @Nullable Integer days,
            @Nullable LocalDate until,
            String instruction,
            String sender,
            String text,
            @Nullable Instant sendAt,
            @Nullable Reminder reminder) {}

    /**
     * What is written to whoever has not used their code.
     *
     * @param days before the last day of a code
     * @param hour 0 to 23 of the account's day
     */
    record Reminder(int days, int hour, String text) {}

    /** An action as it is kept. */
    record Kept(ActionId id, int version, Outline outline) {}

    /** A code as it stands. */
    record Code(
            String code,
            String state,
            @Nullable String phone,
            @Nullable Instant issuedAt,
            @Nullable Instant until) {}

    /** A redemption, taken back or not. */
    record Redemption(
            String code,
            String cashier,
            Money amount,
            Instant at,
            @Nullable Instant returnedAt,
            @Nullable String reason) {}

    /** What is wrong with a field, such as {@code length}, {@code too_short} and the length that is enough. */
    record Fault(String field, String code, String detail) {}

    /** What came of keeping one. */
    sealed interface Saved {
        record Done(Kept action) implements Saved {}

        record Refused(List<Fault> faults) implements Saved {
            public Refused {
                faults = List.copyOf(faults);
            }
        }

        /** Somebody else kept another version meanwhile. */
        record Stale(Kept now) implements Saved {}

        record Gone() implements Saved {}
    }
}
