package io.vestnik.platform.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.FakeAccounts;
import io.vestnik.platform.accounts.FakeAudit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.billing.Billing.Charge;
import io.vestnik.platform.billing.Billing.Payment;
import io.vestnik.platform.billing.Billing.Settlement;
import io.vestnik.platform.billing.Wallets;
import io.vestnik.platform.billing.Wallets.Moved;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.store.Transactions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class LedgerTests {
    private final FakeAccounts accounts = new FakeAccounts();
    private final FakeAudit audit = new FakeAudit();
    private final AccountId operator = accounts.open(AccountKind.OPERATOR, null);
    private final AccountId partner = accounts.open(AccountKind.PARTNER, operator);
    private final AccountId client = accounts.open(AccountKind.CLIENT, partner);

    @Autowired
    LedgerStore ledger;

    @Autowired
    LedgerProof proof;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    private Billing billing;

    @BeforeEach
    void openTheLedger() {
        billing = new LedgerBilling(ledger, proof, transactions, accounts, audit);
    }

    @AfterEach
    void theLedgerBalances() {
        assertThat(billing.check().faults()).isEmpty();
    }

    @Test
    void holdsFromTheWholeChainOrNothing() {
        topUp(client, "10");
        topUp(partner, "5");
        var held = billing.hold(List.of(charge("6", "4", 2), charge("3", "2", 1), charge("4", "1", 1)), "messages");
        assertThat(held.paid()).containsExactly(true, false, true);
        assertThat(held.transaction()).isPositive();
        assertMoney(client, "0", "10");
        assertMoney(partner, "0", "5");
    }

    @Test
    void refusesWhomNobodyEverPaidFor() {
        assertThat(billing.hold(List.of(charge("0.0001", "0", 1)), "messages").paid())
                .containsExactly(false);
        assertThat(billing.balance(client)).isEqualTo(new Billing.Balance(Money.ZERO, Money.ZERO, "RUB"));
    }

    @Test
    void takesNothingForWhatIsFree() {
        var held = billing.hold(List.of(charge("0", "0", 1)), "messages");
        assertThat(held).isEqualTo(new Billing.Held(0, List.of(true)));
    }

    @Test
    void paysThePayeeAndGivesTheRestBack() {
        topUp(client, "100");
        billing.hold(List.of(new Charge(List.of(pay(client, "30")), 10)), "campaign 12");
        billing.settle(List.of(
                new Settlement(client, partner, Money.of("20"), 7, Money.of("6"), 2, "campaign 12"),
                new Settlement(client, partner, Money.of("2"), 1, Money.ZERO, 0, "campaign 12")));
        assertMoney(client, "76", "2");
        assertThat(revenue(partner)).isEqualTo(Money.of("22"));
        assertThat(jdbc.sql("SELECT count FROM billing.ledger_entry WHERE account = :a AND operation = 3")
                        .param("a", client.value())
                        .query(Integer.class)
                        .list())
                .as("one entry for both debits")
                .containsExactly(8);
    }

    @Test
    void takesBackWhatWasGivenBackTooEarly() {
        topUp(client, "10");
        billing.hold(List.of(new Charge(List.of(pay(client, "10")), 1)), "messages");
        billing.settle(List.of(new Settlement(client, operator, Money.ZERO, 0, Money.of("10"), 1, "messages")));
        billing.hold(List.of(new Charge(List.of(pay(client, "10")), 1)), "messages");
        billing.settle(List.of(new Settlement(client, operator, Money.of("10"), 1, Money.of("-10"), 1, "messages")));
        assertMoney(client, "-10", "10");
        assertThat(revenue(operator)).isEqualTo(Money.of("10"));
    }

    @Test
    void takesBackWhatIsFreeAndNoMore() {
        topUp(client, "10");
        billing.hold(List.of(new Charge(List.of(pay(client, "4")), 1)), "messages");
        assertThat(takeBack(client, "6.0001")).as("what is held is not free").isFalse();
        assertThat(takeBack(client, "2.5")).isTrue();
        assertThat(takeBack(client, "3.5")).isTrue();
        assertThat(takeBack(client, "0.0001")).isFalse();
        assertMoney(client, "0", "4");
        assertThat(takeBack(operator, "1")).as("who never had money").isFalse();
    }

    @Test
    void takesNothingOutOfAnOverdraft() {
        topUp(client, "10");
        jdbc.sql("UPDATE billing.account_balance SET overdraft = 100 WHERE account = :a")
                .param("a", client.value())
                .update();
        assertThat(takeBack(client, "10.01")).isFalse();
        assertThat(takeBack(client, "10")).isTrue();
        assertMoney(client, "0", "0");
    }

    @Test
    void refusesToGiveBackToWhoHasNoBalance() {
        assertThatThrownBy(() -> billing.settle(
                        List.of(new Settlement(client, operator, Money.ZERO, 0, Money.of("1"), 1, "messages"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void touchesNoBalanceRowForDebits() {
        topUp(client, "10");
        billing.hold(List.of(new Charge(List.of(pay(client, "10")), 1)), "messages");
        transactions.call(() -> {
            jdbc.sql("SELECT 1 FROM billing.account_balance WHERE account = :a FOR UPDATE")
                    .param("a", client.value())
                    .query(Integer.class)
                    .single();
            Thread other = Thread.ofPlatform()
                    .start(() -> billing.settle(
                            List.of(new Settlement(client, operator, Money.of("10"), 1, Money.ZERO, 0, "messages"))));
            join(other);
            return 0;
        });
        assertMoney(client, "0", "0");
    }

    @Test
    void leavesNothingWhenTheCallersTransactionFails() {
        topUp(client, "10");
        assertThatThrownBy(() -> transactions.call(() -> {
                    billing.hold(List.of(new Charge(List.of(pay(client, "10")), 1)), "messages");
                    throw new IllegalStateException("after the hold");
                }))
                .hasMessage("after the hold");
        assertMoney(client, "10", "0");
    }

    @Test
    void movesMoneyOnceForTheSameRequest() {
        Wallets wallets = new LedgerWallets(billing, ledger, accounts, transactions);
        Who server = FakeAccounts.owner(partner);
        String request = "pay " + UUID.randomUUID();
        assertThat(wallets.moveOnce(server, client, Money.of("-1"), request))
                .as("nobody ever paid")
                .isEqualTo(Moved.NOT_ENOUGH);
        assertThat(wallets.moveOnce(server, client, Money.of("2"), request))
                .as("what was not done is not remembered")
                .isEqualTo(Moved.DONE);
        assertThat(wallets.moveOnce(server, client, Money.of("2"), request)).isEqualTo(Moved.AGAIN);
        assertThat(wallets.moveOnce(server, client, Money.of("-1"), request + "-1"))
                .isEqualTo(Moved.DONE);
        assertThat(wallets.moveOnce(FakeAccounts.owner(operator), partner, Money.of("2"), request))
                .as("somebody else's")
                .isEqualTo(Moved.DONE);
        assertMoney(client, "1", "0");

        jdbc.sql("UPDATE billing.moved_once SET at = at - interval '10 minutes' WHERE asker = :asker")
                .param("asker", partner.value())
                .update();
        assertThat(wallets.moveOnce(server, client, Money.of("2"), request))
                .as("ten minutes later")
                .isEqualTo(Moved.DONE);
        assertThat(wallets.moveOnce(server, operator, Money.of("2"), request + "-2"))
                .isEqualTo(Moved.REFUSED);
        assertMoney(client, "3", "0");
    }

    private void topUp(AccountId account, String amount) {
        billing.topUp(FakeAccounts.owner(operator), account, Money.of(amount), "");
    }

    private boolean takeBack(AccountId account, String amount) {
        return billing.takeBack(FakeAccounts.owner(operator), account, Money.of(amount), "");
    }

    private Charge charge(String own, String above, int count) {
        return new Charge(List.of(pay(client, own), pay(partner, above)), count);
    }

    private static Payment pay(AccountId account, String amount) {
        return new Payment(account, Money.of(amount));
    }

    private void assertMoney(AccountId account, String available, String held) {
        assertThat(billing.balance(account)).isEqualTo(new Billing.Balance(Money.of(available), Money.of(held), "RUB"));
    }

    private Money revenue(AccountId account) {
        return Money.of(jdbc.sql(
                        "SELECT coalesce(sum(amount), 0) FROM billing.ledger_entry WHERE account = :a AND kind = :kind")
                .param("a", account.value())
                .param("kind", EntryKind.REVENUE.number())
                .query((row, _) -> row.getBigDecimal(1))
                .single());
    }

    private static void join(Thread thread) {
        try {
            assertThat(thread.join(java.time.Duration.ofSeconds(5)))
                    .as("finished")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
