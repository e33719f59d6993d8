package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.tariffs.Tariffs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets the money follow the moves of messages: holds become debits or go back, at every level of the price. */
@Component
class Settling {
    private final Billing billing;
    private final QuoteBook quotes;

    Settling(Billing billing, QuoteBook quotes) {
        this.billing = billing;
        this.quotes = quotes;
    }

    private record Key(AccountId payer, AccountId payee, String cause) {}

    private static final class Sums {
        Money debit = Money.ZERO;
        int debited;
        Money release = Money.ZERO;
        int released;

        void add(MoneyMove move, Money amount, int messages) {
            switch (move) {
                case NONE -> {}
                case DEBIT -> debit(amount, messages);
                case RELEASE -> release(amount, messages);
                case CORRECT -> {
                    debit(amount, messages);
                    release(amount.negated(), 0);
                }
            }
        }

        private void debit(Money amount, int messages) {
            debit = debit.plus(amount);
            debited += messages;
        }

        private void release(Money amount, int messages) {
            release = release.plus(amount);
            released += messages;
        }
    }

    /** The number of a ledger transaction to come: messages name it in the same update that ends them. */
    long next() {
        return billing.nextTransaction();
    }

    /** Settles, in the caller's transaction, as the ledger transaction of this number. */
    void settle(long transaction, List<Settled> moves) {
        Map<Key, Sums> sums = new LinkedHashMap<>();
        for (Settled move : moves) {
            for (Tariffs.Level level : quotes.quote(move.quote()).levels()) {
                MoneyMove money = Transitions.money(level.charge(), move.from(), move.to());
                if (money == MoneyMove.NONE) {
                    continue;
                }
                Sums sum = sums.computeIfAbsent(new Key(level.payer(), level.payee(), move.cause()), _ -> new Sums());
                Money amount = level.perPart().times(move.parts());
                sum.add(money, amount, move.messages());
            }
        }
        if (!sums.isEmpty()) {
            billing.settle(
                    transaction,
                    sums.entrySet().stream()
                            .map(e -> new Billing.Settlement(
                                    e.getKey().payer(),
                                    e.getKey().payee(),
                                    e.getValue().debit,
                                    e.getValue().debited,
                                    e.getValue().release,
                                    e.getValue().released,
                                    e.getKey().cause()))
                            .toList());
        }
    }
}
