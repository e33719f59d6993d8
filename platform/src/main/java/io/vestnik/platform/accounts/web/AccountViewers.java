package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Keys;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.SignedIn;
import io.vestnik.platform.shell.BearerTokens;
import io.vestnik.platform.shell.Viewer;
import io.vestnik.platform.shell.Viewers;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Tells the frame who looks at a page, and the chain of programs who holds a token. */
@Component
class AccountViewers implements Viewers, BearerTokens {

    private final Accounts accounts;
    private final Keys keys;

    AccountViewers(Accounts accounts, Keys keys) {
        this.accounts = accounts;
        this.keys = keys;
    }

    @Override
    public Optional<Viewer> viewer(Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof Who who) || who.user() == null) {
            return Optional.empty();
        }
        Account account = accounts.get(who.account());
        return Optional.of(new Viewer(who.name(), account.name(), account.zone()));
    }

    @Override
    public Optional<Authentication> authenticate(String token, String address) {
        return keys.find(token).map(who -> new SignedIn(who, 0));
    }
}
