package io.vestnik.platform.senders.texts;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.OperatorTexts.Wish;
import io.vestnik.platform.senders.texts.OperatorTextStore.Answer;
import io.vestnik.platform.senders.texts.OperatorTextStore.Listing;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where the people of an account say what became of wishes of the accounts right below it; the operator answers its own too. */
@Service
class OperatorTextAnswers {
    static final int LONGEST_WORDS = 500;

    private final OperatorTextStore store;
    private final Accounts accounts;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    OperatorTextAnswers(
            OperatorTextStore store, Accounts accounts, Transactions transactions, Audit audit, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of an answer. */
    enum Outcome {
        DONE,
        GONE,
        /** Who refuses says why, in at most {@link #LONGEST_WORDS} letters. */
        NO_WORDS
    }

    Slice<Wish> list(AccountId server, Listing listing, @Nullable String cursor, int limit) {
        Set<AccountId> served = new HashSet<>();
        if (accounts.get(server).kind() == AccountKind.OPERATOR) {
            served.add(server);
        }
        for (Account below : Slice.all(after -> accounts.below(server, after, 1_000))) {
            served.add(below.id());
        }
        return store.list(served, listing, cursor, limit);
    }

    /** A wish that this account answers. */
    Optional<Wish> find(AccountId server, long id) {
        return store.owner(id).filter(owner -> serves(server, owner)).flatMap(owner -> store.find(owner, id));
    }

    private boolean serves(AccountId server, AccountId owner) {
        Account account = accounts.get(owner);
        return account.kind() == AccountKind.OPERATOR ? owner.equals(server) : server.equals(account.parent());
    }

    Outcome answer(Who who, long id, Answer answer) {
        boolean wordless =
                answer.state() == OperatorTextState.REFUSED && answer.words().isBlank();
        if (wordless || answer.words().length() > LONGEST_WORDS) {
            return Outcome.NO_WORDS;
        }
        return transactions.call(() -> {
            Optional<Wish> wish = find(who.account(), id);
            if (wish.isEmpty() || !store.answer(wish.get().account(), id, answer, clock.instant())) {
                return Outcome.GONE;
            }
            audit.record(
                    who,
                    "operator-text.answered",
                    "operator text " + id,
                    Map.of(
                            "account", wish.get().account().toString(),
                            "place", wish.get().place(),
                            "state", answer.state().code()));
            return Outcome.DONE;
        });
    }
}
