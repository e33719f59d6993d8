package io.vestnik.platform.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.FakeAccounts;
import io.vestnik.platform.accounts.FakeAudit;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.billing.Billing.Charge;
import io.vestnik.platform.billing.Billing.Payment;
import io.vestnik.platform.billing.Billing.Settlement;
import io.vestnik.platform.billing.Movement;
import io.vestnik.platform.billing.MovementFilter;
import io.vestnik.platform.billing.Operation;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.Transactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class MovementsTests {
    private static final MovementFilter ALL = new MovementFilter(null, null, null);

    private final FakeAccounts accounts = new FakeAccounts();
    private final AccountId operator = accounts.open(AccountKind.OPERATOR, null);
    private final AccountId client = accounts.open(AccountKind.CLIENT, operator);

    @Autowired
    LedgerStore ledger;

    @Autowired
    LedgerProof proof;

    @Autowired
    MovementStore store;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    private Billing billing;
    private Movements movements;

    @BeforeEach
    void openTheLedger() {
        billing = new LedgerBilling(ledger, proof, transactions, accounts, new FakeAudit());
        movements = new Movements(store, transactions, accounts);
    }

    @AfterEach
    void theLedgerBalances() {
        assertThat(billing.check().faults()).isEmpty();
    }

    @Test
    void tellsADayInALineForEachOperationAndCause() {
        spend("campaign 7");
        spend("campaign 7");
        assertThat(billing.takeBack(FakeAccounts.owner(operator), client, Money.of("1.5"), ""))
                .isTrue();
        catchUp();
        List<Movement> lines = movements.list(client, ALL, null, 100).items();
        assertThat(lines)
                .extracting(Movement::operation, Movement::cause, Movement::count, Movement::amount)
                .containsExactlyInAnyOrder(
                        tuple(Operation.TOP_UP, "top_up", 2L, Money.of("20")),
                        tuple(Operation.HOLD, "campaign 7", 8L, Money.of("16")),
                        tuple(Operation.DEBIT, "campaign 7", 6L, Money.of("12")),
                        tuple(Operation.RELEASE, "campaign 7", 2L, Money.of("4")),
                        tuple(Operation.WITHDRAWAL, "withdrawal", 1L, Money.of("1.5")));
        assertThat(movements.totals(client, ALL))
                .containsEntry(Operation.DEBIT, Money.of("12"))
                .containsEntry(Operation.TOP_UP, Money.of("20"));
        assertThat(movements.totals(operator, ALL)).isEqualTo(Map.of(Operation.INCOME, Money.of("12")));
    }

    @Test
    void keepsBalancesTheSameBeforeAndAfterSummingUp() {
        spend("api");
        billing.hold(List.of(new Charge(List.of(new Payment(client, Money.of("1.5"))), 1)), "api");
        Billing.Balance before = billing.balance(client);
        catchUp();
        assertThat(billing.balance(client)).isEqualTo(before);
        spend("api");
        catchUp();
        assertThat(billing.balance(client).held()).isEqualTo(Money.of("1.5"));
    }

    @Test
    void leavesOutWhatIsNotYetCommitted() {
        transactions.call(() -> {
            spend("cabinet");
            Thread other = Thread.ofPlatform().start(movements::catchUp);
            try {
                assertThat(other.join(java.time.Duration.ofSeconds(10))).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 0;
        });
        assertThat(movements.list(client, ALL, null, 10).items()).isEmpty();
        catchUp();
        assertThat(movements.list(client, ALL, null, 10).items()).hasSize(4);
    }

    @Test
    void walksTheListByKeyAndNarrowsIt() {
        for (int campaign = 1; campaign <= 5; campaign++) {
            spend("campaign " + campaign);
        }
        catchUp();
        List<Movement> walked = new ArrayList<>();
        String cursor = null;
        do {
            Slice<Movement> page = movements.list(client, ALL, cursor, 4);
            walked.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertThat(walked).doesNotHaveDuplicates().hasSize(16);
        assertThat(movements.list(client, ALL, "nonsense", 100).items()).isEqualTo(walked);
        MovementFilter debits = new MovementFilter(null, null, Operation.DEBIT);
        assertThat(movements.list(client, debits, null, 100).items()).hasSize(5);
        MovementFilter old = new MovementFilter(null, LocalDate.of(2025, 1, 1), null);
        assertThat(movements.list(client, old, null, 100).items()).isEmpty();
    }

    /** Tops up 10, holds 8 for four messages, of which three are delivered. */
    private void spend(String cause) {
        billing.topUp(FakeAccounts.owner(operator), client, Money.of("10"), "");
        billing.hold(List.of(new Charge(List.of(new Payment(client, Money.of("8"))), 4)), cause);
        billing.settle(List.of(new Settlement(client, operator, Money.of("6"), 3, Money.of("2"), 1, cause)));
    }

    /** The timer may be at it at the same moment, and an older transaction of a neighbour may hold the position back. */
    private void catchUp() {
        String mine = jdbc.sql("SELECT max(xid::text::bigint) FROM billing.ledger_entry WHERE account = :account")
                .param("account", client.value())
                .query((row, _) -> row.getString(1))
                .single();
        long deadline = System.nanoTime() + 10_000_000_000L;
        do {
            movements.catchUp();
        } while (!jdbc.sql("SELECT upto > :mine::xid8 FROM billing.folded")
                        .param("mine", mine)
                        .query((row, _) -> row.getBoolean(1))
                        .single()
                && System.nanoTime() < deadline);
    }
}
