package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.billing.Wallets;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Params;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code users.php}: puts money on the balances of accounts right below. They are opened and changed in the cabinet. */
@Component
class UsersScript implements Script {
    private static final Fault NO_SUCH = new Fault(6, "user not found");
    private static final int PAGE = 1_000;

    private final Accounts accounts;
    private final Wallets wallets;
    private final Throttles throttles;

    UsersScript(Accounts accounts, Wallets wallets, Throttles throttles) {
        this.accounts = accounts;
        this.wallets = wallets;
        this.throttles = throttles;
    }

    @Override
    public String name() {
        return "users";
    }

    @Override
    public String right() {
        return "billing:topup";
    }

    @Override
    public Answer run(Client client, Params params) {
        boolean known = params.on("add") || params.on("chg") || params.on("get_stat") || params.on("get_stat_all");
        if (!params.on("pay")) {
            return new Answer.Refused(known ? Fault.FAILED : Fault.PARAMETERS);
        }
        // More than four digits after the point are nobody's money.
        if (!params.has("user") || !params.get("sum").matches("\\d{1,9}(\\.\\d{1,4})?") || params.on("balance2")) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        return throttles.once(client.account(), name() + params.asked(), () -> pay(client, params));
    }

    private Answer pay(Client client, Params params) {
        Optional<AccountId> below = find(client.account(), params.get("user"));
        if (below.isEmpty()) {
            return new Answer.Refused(NO_SUCH);
        }
        return wallets.topUp(client.who(), below.get(), Money.of(params.get("sum")), "")
                ? new Answer.Done()
                : new Answer.Refused(Fault.FAILED);
    }

    /** By its number or by its whole name; names may be like another's, and nobody is paid by chance. */
    private Optional<AccountId> find(AccountId server, String user) {
        List<AccountId> found = new ArrayList<>();
        for (Account account : Slice.all(after -> accounts.below(server, after, PAGE))) {
            if (account.id().toString().equals(user) || account.name().equals(user)) {
                found.add(account.id());
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
