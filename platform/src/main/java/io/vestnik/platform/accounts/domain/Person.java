package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in.
 *
 * @param login in lower case, 3 to 100 letters
 * @param stamp changes with the password; a session with another one has ended
 * @param version of the row, for saves that come too late
 */
public record Person(
        UserId id,
        AccountId account,
        String login,
        @Nullable String email,
        String name,
        Role role,
        boolean active,
        int stamp,
        int version,
        @Nullable Instant signedInAt) {}
