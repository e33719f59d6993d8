package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.shell.Viewer;
import io.vestnik.platform.shell.Viewers;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Tells the frame who looks at a page. */
@Component
class AccountViewers implements Viewers {

    private final Accounts accounts;

    AccountViewers(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<Viewer> viewer(Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof Who who) || who.user() == null) {
            return Optional.empty();
        }
        Account account = accounts.get(who.account());
        return Optional.of(new Viewer(who.name(), account.name(), account.zone()));
    }
}
