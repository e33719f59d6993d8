package io.vestnik.platform.senders.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which account's people answer for the names of another. */
@Component
class Answerers {
    private final Accounts accounts;
    private final AnswerStore store;

    Answerers(Accounts accounts, AnswerStore store) {
        this.accounts = accounts;
        this.store = store;
    }

    /** The uppermost above that wants to answer, so that nobody below can answer instead; none where names are approved at once. */
    Optional<AccountId> of(AccountId account) {
        List<AccountId> above =
                accounts.chain(account).stream().skip(1).map(Account::id).toList();
        if (above.isEmpty()) {
            return Optional.empty();
        }
        Set<AccountId> answering = store.answering(above);
        return above.reversed().stream().filter(answering::contains).findFirst();
    }
}
