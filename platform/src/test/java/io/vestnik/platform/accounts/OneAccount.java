package io.vestnik.platform.accounts;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever is asked for is one client in Moscow, served by nobody. */
public final class OneAccount implements Accounts {
    @Override
    public Account get(AccountId id) {
        return new Account(id, AccountKind.CLIENT, null, "Клиент", "RUB", ZoneId.of("Europe/Moscow"), "RU", true);
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return Optional.of(get(id));
    }

    @Override
    public Optional<AccountId> operator() {
        return Optional.empty();
    }

    @Override
    public List<Account> chain(AccountId id) {
        return List.of(get(id));
    }

    @Override
    public Slice<Account> below(AccountId parent, @Nullable String after, int limit) {
        return new Slice<>(List.of(), null);
    }
}
