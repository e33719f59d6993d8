package io.vestnik.platform.pipeline;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.tariffs.Tariffs;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A client that is charged on delivery below a partner that is charged on sending. */
@TestConfiguration(proxyBeanMethods = false)
class PathTestBeans {
    static final AccountId OPERATOR = new AccountId(1);
    static final AccountId PARTNER = new AccountId(2);
    static final AccountId CLIENT = new AccountId(3);

    private static final Tariffs.Quote QUOTE = new Tariffs.Quote(List.of(
            new Tariffs.Level(CLIENT, PARTNER, Money.of("3.50"), Tariffs.Charge.ON_DELIVERED, 11),
            new Tariffs.Level(PARTNER, OPERATOR, Money.of("2.25"), Tariffs.Charge.ON_SENT, 12)));

    @Bean
    TestConnector testConnector(Clock clock) {
        return new TestConnector(clock);
    }

    @Bean
    @Primary
    Accounts testAccounts() {
        return new Accounts() {
            @Override
            public Account get(AccountId id) {
                return find(id).orElseThrow();
            }

            @Override
            public Optional<Account> find(AccountId id) {
                return Optional.of(new Account(
                        id, AccountKind.CLIENT, PARTNER, "Client", "RUB", ZoneOffset.UTC, "RU", id.value() < 100));
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
        };
    }

    @Bean
    @Primary
    Senders testSenders() {
        return new Senders() {
            @Override
            public boolean allowed(AccountId account, String name) {
                return name.equals("VESTNIK") || name.matches("\\d+");
            }

            @Override
            public Set<String> operators(AccountId account, String name) {
                return Set.of();
            }

            @Override
            public List<String> names(AccountId account) {
                return List.of("VESTNIK");
            }
        };
    }

    @Bean
    @Primary
    Tariffs testTariffs() {
        return new Tariffs() {
            @Override
            public List<Zone> zones(AccountId account) {
                return List.of();
            }

            @Override
            public Optional<Quote> quote(AccountId account, String mccMnc, TrafficType type) {
                return mccMnc.startsWith("250") ? Optional.of(QUOTE) : Optional.empty();
            }
        };
    }
}
