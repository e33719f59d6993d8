package io.vestnik.platform.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.FakeAccounts;
import io.vestnik.platform.accounts.FakeAudit;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.billing.Billing.Charge;
import io.vestnik.platform.billing.Billing.Payment;
import io.vestnik.platform.billing.Billing.Settlement;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Random histories: whatever happens in whatever order, no money appears or goes missing. */
@ModuleTest
class LedgerHistoryTests {
    private static final int THREADS = 6;
    private static final int STEPS = 60;

    private final FakeAccounts accounts = new FakeAccounts();
    private final AccountId operator = accounts.open(AccountKind.OPERATOR, null);
    private final List<AccountId> partners = Stream.generate(() -> accounts.open(AccountKind.PARTNER, operator))
            .limit(2)
            .toList();
    private final List<AccountId> clients = Stream.generate(
                    () -> accounts.open(AccountKind.CLIENT, partners.getFirst()))
            .limit(5)
            .toList();

    @Autowired
    LedgerStore ledger;

    @Autowired
    LedgerProof proof;

    @Autowired
    Transactions transactions;

    private Billing billing;

    @BeforeEach
    void openTheLedger() {
        billing = new LedgerBilling(ledger, proof, transactions, accounts, new FakeAudit());
    }

    @Test
    void noHistoryLosesOrMakesMoney() throws Exception {
        long seed = new Random().nextLong();
        List<Map<AccountId, Money>> kept;
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Map<AccountId, Money>>> histories = IntStream.range(0, THREADS)
                    .<Callable<Map<AccountId, Money>>>mapToObj(i -> new History(new Random(seed + i))::live)
                    .toList();
            kept = new ArrayList<>();
            for (var history : threads.invokeAll(histories)) {
                kept.add(history.get());
            }
        }
        assertThat(billing.check().faults()).as("seed %d", seed).isEmpty();
        for (AccountId account :
                Stream.of(clients, partners).flatMap(List::stream).toList()) {
            Money expected = Money.sum(kept.stream()
                    .map(it -> it.getOrDefault(account, Money.ZERO))
                    .toList());
            Billing.Balance balance = billing.balance(account);
            assertThat(balance.available().plus(balance.held()))
                    .as("account %s, seed %d", account, seed)
                    .isEqualTo(expected);
            assertThat(balance.available().isNegative())
                    .as("account %s overspent, seed %d", account, seed)
                    .isFalse();
        }
    }

    /** What one thread does; it remembers what it put in and paid out. */
    private final class History {
        private final Random random;
        private final Map<AccountId, Money> kept = new HashMap<>();
        private final List<Payment> open = new ArrayList<>();

        History(Random random) {
            this.random = random;
        }

        Map<AccountId, Money> live() {
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(5)) {
                    case 0 -> topUp();
                    case 1, 2 -> hold();
                    case 3 -> takeBack();
                    default -> settle();
                }
            }
            return kept;
        }

        private void topUp() {
            AccountId account = random.nextBoolean() ? any(clients) : any(partners);
            Money amount = new Money(1 + random.nextInt(2_000_000));
            billing.topUp(FakeAccounts.owner(operator), account, amount, "test");
            kept.merge(account, amount, Money::plus);
        }

        private void takeBack() {
            AccountId account = random.nextBoolean() ? any(clients) : any(partners);
            Money amount = new Money(1 + random.nextInt(1_000_000));
            if (billing.takeBack(FakeAccounts.owner(operator), account, amount, "test")) {
                kept.merge(account, amount.negated(), Money::plus);
            }
        }

        private void hold() {
            List<Charge> charges = new ArrayList<>();
            for (int i = random.nextInt(30); i >= 0; i--) {
                charges.add(new Charge(
                        List.of(
                                new Payment(any(clients), new Money(random.nextInt(100_000))),
                                new Payment(any(partners), new Money(random.nextInt(50_000)))),
                        1 + random.nextInt(3)));
            }
            var held = Pool.HOT.call(() -> billing.hold(charges, "messages"));
            for (int i = 0; i < charges.size(); i++) {
                if (held.paid().get(i)) {
                    open.addAll(charges.get(i).payments());
                }
            }
        }

        private void settle() {
            List<Settlement> ends = new ArrayList<>();
            for (int i = random.nextInt(40); i >= 0 && !open.isEmpty(); i--) {
                Payment payment = open.remove(random.nextInt(open.size()));
                Money debit =
                        new Money((long) (random.nextDouble() * payment.amount().units()));
                ends.add(new Settlement(
                        payment.payer(), operator, debit, 1, payment.amount().minus(debit), 1, "messages"));
                kept.merge(payment.payer(), debit.negated(), Money::plus);
            }
            Pool.HOT.call(() -> billing.settle(ends));
        }

        private AccountId any(List<AccountId> accounts) {
            return accounts.get(random.nextInt(accounts.size()));
        }
    }
}
