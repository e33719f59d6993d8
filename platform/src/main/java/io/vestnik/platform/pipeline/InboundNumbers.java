package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers that people write to, and words at them, that are lent to accounts; from memory, at most a second old. */
public interface InboundNumbers {
    /** What the account has today or will have, by number and word. */
    List<Lent> lent(AccountId account);

    /**
     * A number, or a word at it.
     *
     * @param number digits
     * @param keyword with which messages begin; empty where all of the number is lent
     * @param begins the first day of UTC
     * @param ends the last day; none for no end
     */
    record Lent(
            String number,
            String keyword,
            LocalDate begins,
            @Nullable LocalDate ends) {}
}
