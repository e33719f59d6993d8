package io.vestnik.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.AccountsBelow;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.architecture.ForeignObjects.Kind;
import io.vestnik.platform.billing.Wallets;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** Accounts right below: each is new, for the walk closes it. */
final class ForeignClients {
    private static final String PARTNER = "partner";

    private final ApplicationContext context;

    ForeignClients(ApplicationContext context) {
        this.context = context;
    }

    List<Kind> kinds() {
        return Stream.of("/api/v1/accounts/{id}", "/billing/clients/{id}", "/pipeline/clients/{id}")
                .map(path -> ForeignObjects.one(path, PARTNER, this::client))
                .toList();
    }

    /** With money that can be taken back. */
    private Object client(Who who) {
        AccountsBelow.Opening opening =
                new AccountsBelow.Opening(AccountKind.CLIENT, "Яблоко", ZoneId.of("Asia/Omsk"), "", null, null);
        AccountId account = ((AccountsBelow.Opened.Done)
                        context.getBean(AccountsBelow.class).open(who, opening))
                .below()
                .account()
                .id();
        assertThat(context.getBean(Wallets.class).topUp(who, account, Money.of("1000"), ""))
                .isTrue();
        return account;
    }
}
