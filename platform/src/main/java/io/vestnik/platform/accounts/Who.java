package io.vestnik.platform.accounts;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.shell.Acting;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: a person signed in, or a program with a key. The principal of every request that is not anonymous; take
 * it in a controller with {@code @AuthenticationPrincipal Who who}.
 *
 * @param account on whose data they act
 * @param user the person; none for a program
 * @param key the name of the key; none for a person
 * @param rights what they may do, such as {@code campaigns:start}
 */
public record Who(
        AccountId account, @Nullable UserId user, @Nullable String key, String name, Set<String> rights)
        implements Acting {
    public Who {
        rights = Set.copyOf(rights);
    }

    @Override
    public boolean may(String right) {
        return rights.contains(right);
    }

    public Optional<UserId> person() {
        return Optional.ofNullable(user);
    }
}
