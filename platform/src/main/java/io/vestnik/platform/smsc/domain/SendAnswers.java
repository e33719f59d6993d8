package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Ids;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import java.util.List;
import org.springframework.stereotype.Component;

/** What {@code send.php} says of what it did. */
@Component
class SendAnswers {
    private final Billing billing;
    private final Numbering numbering;

    SendAnswers(Billing billing, Numbering numbering) {
        this.billing = billing;
        this.numbering = numbering;
    }

    /** The answer to {@code cost=1}. */
    Answer estimated(Params params, List<Outcome> outcomes, boolean rehearsal) {
        String cost = Amounts.of(cost(outcomes));
        int parts = parts(outcomes);
        Item item = Item.of("cost", cost, "cnt", parts).text(cost + " (" + parts + " SMS)");
        return new Answer.One(withPhones(item, params, outcomes, rehearsal));
    }

    /** The answer to what was sent. */
    Answer sent(AccountId account, Params params, String id, List<Outcome> outcomes, boolean rehearsal) {
        int parts = parts(outcomes);
        Item item = Item.of("id", Ids.number(id), "cnt", parts);
        String text = "OK - " + parts + " SMS, ID - " + id;
        if (params.get("cost").matches("[23]")) {
            String cost = Amounts.of(cost(outcomes));
            item = item.with("cost", cost);
            text += ", COST - " + cost;
        }
        if (params.get("cost").equals("3")) {
            String balance = Amounts.of(billing.balance(account).available());
            item = item.with("balance", balance);
            text += ", BALANCE - " + balance;
        }
        return new Answer.One(withPhones(item.text(text), params, outcomes, rehearsal));
    }

    private static int parts(List<Outcome> outcomes) {
        return outcomes.stream().mapToInt(Outcome::parts).sum();
    }

    private static Money cost(List<Outcome> outcomes) {
        return Money.sum(outcomes.stream().map(Outcome::price).toList());
    }

    private Item withPhones(Item item, Params params, List<Outcome> outcomes, boolean rehearsal) {
        if (!params.on("op") && !params.on("err")) {
            return item;
        }
        List<Item> phones = outcomes.stream()
                .filter(outcome -> params.on("op") || !outcome.isTaken())
                .map(outcome -> phone(outcome, rehearsal))
                .toList();
        return phones.isEmpty() ? item : item.with("phones", phones);
    }

    private Item phone(Outcome outcome, boolean rehearsal) {
        Target target = outcome.target();
        Item phone = Item.of("phone", target.shown(), "mccmnc", target.isNumber() ? network(target.digits()) : "");
        Refusal refusal = outcome.refusal();
        if (refusal != null) {
            return phone.with("cost", "")
                    .with("status", Integer.toString(refusal.status()))
                    .with("error", Integer.toString(refusal.error()));
        }
        return (rehearsal ? phone : phone.with("cost", Amounts.of(outcome.price())))
                .with("status", "")
                .with("error", "");
    }

    /** The code of the network, where it is known. */
    private String network(String digits) {
        String code = numbering.of(digits).mccMnc();
        return code.length() < 5 ? "" : code;
    }
}
