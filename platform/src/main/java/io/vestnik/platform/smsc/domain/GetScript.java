package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Params;
import org.springframework.stereotype.Component;

/** {@code get.php}: what was sent, what was answered, and what it cost or would. */
@Component
class GetScript implements Script {
    private static final int A_MINUTE = 3;

    private final SentHistory history;
    private final Replies answers;
    private final Spendings spendings;
    private final Prices prices;
    private final Throttles throttles;

    GetScript(SentHistory history, Replies answers, Spendings spendings, Prices prices, Throttles throttles) {
        this.history = history;
        this.answers = answers;
        this.spendings = spendings;
        this.prices = prices;
        this.throttles = throttles;
    }

    @Override
    public String name() {
        return "get";
    }

    @Override
    public String right(Params params) {
        return "messages:view";
    }

    @Override
    public Answer run(Client client, Params params) {
        if (params.on("get_messages")) {
            return history.answer(client, params);
        }
        if (params.on("get_answers") || params.on("get_stat") || params.on("get_price")) {
            if (!throttles.pass(client.account(), name() + params.asked(), A_MINUTE)) {
                return new Answer.Refused(Fault.DUPLICATE);
            }
            return params.on("get_answers")
                    ? answers.answer(client, params)
                    : params.on("get_stat") ? spendings.answer(client, params) : prices.answer(client, params);
        }
        // Accounts of one operator are switched off, as on the service where nobody has any.
        return new Answer.Refused(params.on("get_mega_accounts") ? Fault.NOT_FOUND : Fault.PARAMETERS);
    }
}
