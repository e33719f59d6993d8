package io.vestnik.platform.billing;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts that no other test has, and sums of their entries. */
final class BillingFixtures {
    private static final AtomicLong last = new AtomicLong(1_000_000);

    AccountId newAccount() {
        return new AccountId(last.incrementAndGet());
    }

    Money sum(JdbcClient jdbc, AccountId account, EntryKind kind) {
        return Money.of(jdbc.sql(
                        "SELECT coalesce(sum(amount), 0) FROM billing.ledger_entry WHERE account = :a AND kind = :kind")
                .param("a", account.value())
                .param("kind", kind.number())
                .query(java.math.BigDecimal.class)
                .single());
    }
}
