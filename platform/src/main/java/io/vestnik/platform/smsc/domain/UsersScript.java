package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.billing.Wallets;
import io.vestnik.platform.billing.Wallets.Wallet;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Params;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code users.php}: puts money on the balances of accounts right below. They are opened and changed in the cabinet. */
@Component
class UsersScript implements Script {
    private static final Fault NO_SUCH = new Fault(6, "user not found");
    private static final int PAGE = 1_000;
    private static final int MOST_PAGES = 10;

    private final Wallets wallets;

    UsersScript(Wallets wallets) {
        this.wallets = wallets;
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
        Optional<Wallet> wallet = find(client.account(), params.get("user"));
        if (wallet.isEmpty()) {
            return new Answer.Refused(NO_SUCH);
        }
        AccountId below = wallet.get().account().id();
        return wallets.topUp(client.who(), below, Money.of(params.get("sum")), "")
                ? new Answer.Done()
                : new Answer.Refused(Fault.FAILED);
    }

    /** By its number or by its whole name. */
    private Optional<Wallet> find(AccountId server, String user) {
        if (user.matches("[1-9]\\d{0,17}")) {
            return wallets.find(server, new AccountId(Long.parseLong(user)));
        }
        String after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Slice<Wallet> wanted = wallets.below(server, after, PAGE);
            Optional<Wallet> found = wanted.items().stream()
                    .filter(wallet -> wallet.account().name().equals(user))
                    .findFirst();
            after = wanted.next();
            if (found.isPresent() || after == null) {
                return found;
            }
        }
        return Optional.empty();
    }
}
