package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import org.springframework.stereotype.Component;

/** {@code balance.php}: what may be spent. */
@Component
class BalanceScript implements Script {
    private static final int A_MINUTE = 10;
    private static final String ROUBLES = "RUB";

    private final Billing billing;
    private final Throttles throttles;

    BalanceScript(Billing billing, Throttles throttles) {
        this.billing = billing;
        this.throttles = throttles;
    }

    @Override
    public String name() {
        return "balance";
    }

    @Override
    public String right(Params params) {
        return "billing:view";
    }

    @Override
    public Answer run(Client client, Params params) {
        if (!throttles.pass(client.account(), name(), A_MINUTE)) {
            return new Answer.Refused(Fault.DUPLICATE);
        }
        Billing.Balance balance = billing.balance(client.account());
        String available = Amounts.of(balance.available());
        // A second value would be taken for an error.
        Item item = Item.of("balance", available)
                .text(available)
                .values(available)
                .xml("<balance>" + available + "</balance>");
        return new Answer.One(params.on("cur") ? item.with("currency", currency(balance.currency())) : item);
    }

    /** The service calls roubles by their older letters. */
    static String currency(String letters) {
        return letters.equals(ROUBLES) ? "RUR" : letters;
    }
}
