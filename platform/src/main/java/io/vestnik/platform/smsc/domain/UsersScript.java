package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.billing.Wallets;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Params;
import io.vestnik.platform.store.Transactions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code users.php}: accounts right below, their money and their figures. */
@Component
class UsersScript implements Script {
    static final Fault NO_SUCH = new Fault(6, "user not found");

    private static final Fault NO_FUNDS = new Fault(10, "not enough funds");
    private static final int A_MINUTE = 3;
    /** More than four digits after the point are nobody's money. */
    private static final String SUM = "-?\\d{1,9}(\\.\\d{1,4})?";

    private final Accounts accounts;
    private final Wallets wallets;
    private final Throttles throttles;
    private final Subs subs;
    private final Transactions transactions;

    UsersScript(Accounts accounts, Wallets wallets, Throttles throttles, Subs subs, Transactions transactions) {
        this.accounts = accounts;
        this.wallets = wallets;
        this.throttles = throttles;
        this.subs = subs;
        this.transactions = transactions;
    }

    /** What is known and done of accounts below. */
    @Component
    record Subs(SubClients clients, SubClientBook book, SubClientFigures figures) {}

    @Override
    public String name() {
        return "users";
    }

    @Override
    public String right(Params params) {
        if (isAboutFigures(params)) {
            return "statistics:below";
        }
        return params.on("pay") ? "billing:topup" : "clients:manage";
    }

    private static boolean isAboutFigures(Params params) {
        return params.on("get_stat") || params.on("get_stat_all");
    }

    @Override
    public Answer run(Client client, Params params) {
        if (isAboutFigures(params)) {
            return figures(client, params);
        }
        if (!params.has("user")) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        if (params.on("pay")) {
            return params.get("sum").matches(SUM) && !params.on("balance2")
                    ? pay(client, params)
                    : new Answer.Refused(Fault.PARAMETERS);
        }
        if (!params.on("add") && !params.on("chg")) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        if (!throttles.pass(client.account(), name() + " " + params.get("user"), A_MINUTE)) {
            return new Answer.Refused(Fault.DUPLICATE);
        }
        return params.on("add") ? subs.book().add(client, params) : change(client, params);
    }

    /** All of it or nothing: no password is changed by a request that is refused. */
    private Answer change(Client client, Params params) {
        Optional<Account> account = subs.clients().find(client.account(), params.get("user"));
        return account.isPresent()
                ? transactions.attempt(
                        () -> subs.book().change(client, account.get(), params), Answer.Done.class::isInstance)
                : new Answer.Refused(NO_SUCH);
    }

    private Answer figures(Client client, Params params) {
        if (!throttles.pass(client.account(), name() + params.asked(), A_MINUTE)) {
            return new Answer.Refused(Fault.DUPLICATE);
        }
        return subs.figures().answer(client, accounts.get(client.account()).zone(), params, params.on("get_stat_all"));
    }

    /** Below nothing it is taken back. Whoever did not get the answer asks again, perhaps elsewhere: that moves nothing a second time. */
    private Answer pay(Client client, Params params) {
        Optional<Account> account = subs.clients().find(client.account(), params.get("user"));
        if (account.isEmpty()) {
            return new Answer.Refused(NO_SUCH);
        }
        Money sum = Money.of(params.get("sum"));
        return switch (wallets.moveOnce(client.who(), account.get().id(), sum, params.asked())) {
            case DONE -> new Answer.Done();
            case REFUSED -> new Answer.Refused(Fault.FAILED);
            case NOT_ENOUGH -> new Answer.Refused(NO_FUNDS);
            case AGAIN -> new Answer.Refused(Fault.DUPLICATE);
        };
    }
}
