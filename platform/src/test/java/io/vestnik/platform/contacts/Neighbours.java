package io.vestnik.platform.contacts;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Neighbours {
    @Bean
    @ConditionalOnMissingBean
    Accounts accounts() {
        return new Accounts() {
            @Override
            public Account get(AccountId id) {
                return new Account(id, AccountKind.CLIENT, null, "Shop", "RUB", ZoneId.of("Europe/Moscow"), "RU", true);
            }

            @Override
            public Optional<Account> find(AccountId id) {
                return Optional.of(get(id));
            }

            @Override
            public List<Account> chain(AccountId id) {
                return List.of(get(id));
            }

            @Override
            public Slice<Account> below(AccountId parent, @Nullable String after, int limit) {
                return new Slice<>(List.of(), null);
            }
        };
    }
}
