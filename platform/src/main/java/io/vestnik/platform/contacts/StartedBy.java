package io.vestnik.platform.contacts;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who started a piece of work, as its input keeps it for the journal: what they may do was asked when it was started.
 *
 * @param user the person; none for a program
 * @param name of the person, or of the program's key
 */
public record StartedBy(@Nullable Long user, String name) {
    /** Whoever asks now. */
    public static StartedBy of(Who who) {
        return new StartedBy(who.person().map(UserId::value).orElse(null), who.name());
    }

    /** The same in the account of the work, without rights. */
    public Who in(AccountId account) {
        return new Who(account, user == null ? null : new UserId(user), null, name, Set.of());
    }
}
