package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Sealing;
import io.vestnik.platform.contacts.WritingRules;
import io.vestnik.platform.contacts.domain.StopLookUp.Hit;
import io.vestnik.platform.contacts.domain.StopLookUp.Question;
import io.vestnik.platform.contacts.domain.StopLookUp.Stopping;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.store.Snapshot;
import io.vestnik.platform.store.Snapshots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Answers by the stop-lists of the account and of everyone who serves it. Which accounts stop anybody is known from memory, so
 * that most messages of most accounts are not asked about at all.
 */
@Service
class StopRules implements WritingRules {
    private static final int MOST = 20_000;

    private final StopLookUp lookUp;
    private final Accounts accounts;
    private final Sealing sealing;
    private final Snapshot<Stopping> stopping;

    StopRules(StopLookUp lookUp, Accounts accounts, Sealing sealing, Snapshots snapshots) {
        this.lookUp = lookUp;
        this.accounts = accounts;
        this.sealing = sealing;
        this.stopping = snapshots.keep(new Snapshot<>("stop-lists", lookUp::version, lookUp::stopping));
    }

    /** This account stops somebody from now on; known to this node after the commit, to others within a second. */
    void begin(AccountId account, boolean erasing) {
        Stopping known = stopping.get();
        if (!known.accounts().contains(account) || (erasing && !known.erasing().contains(account))) {
            lookUp.begin(account, erasing);
            stopping.refresh();
        }
    }

    /** By what a person whose data is erased is recognised. */
    byte[] digest(AccountId account, String phone) {
        return sealing.digest("contacts.erased " + account, phone);
    }

    @Override
    public boolean concern(AccountId account) {
        return !owners(account, stopping.get()).isEmpty();
    }

    /** Those of the account and of who serves it that stop anybody. */
    private List<AccountId> owners(AccountId account, Stopping known) {
        if (known.accounts().isEmpty()) {
            return List.of();
        }
        return accounts.chain(account).stream()
                .map(Account::id)
                .filter(known.accounts()::contains)
                .toList();
    }

    @Override
    public Map<Integer, Reason> refused(List<Letter> letters) {
        if (letters.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " at once, not " + letters.size());
        }
        Stopping known = stopping.get();
        Map<AccountId, List<AccountId>> owners = new HashMap<>();
        List<Question> questions = new ArrayList<>();
        for (int place = 0; place < letters.size(); place++) {
            Letter letter = letters.get(place);
            for (AccountId owner : owners.computeIfAbsent(letter.account(), it -> owners(it, known))) {
                questions.add(new Question(
                        place,
                        owner,
                        letter.phone(),
                        letter.channel(),
                        letter.sender(),
                        letter.type() == TrafficType.CODE,
                        known.erasing().contains(owner) ? digest(owner, letter.phone()) : null));
            }
        }
        if (questions.isEmpty()) {
            return Map.of();
        }
        Map<Integer, Reason> refused = new HashMap<>();
        for (Hit hit : lookUp.hits(questions)) {
            boolean own = letters.get(hit.place()).account().equals(hit.owner());
            refused.merge(hit.place(), own ? reason(hit) : Reason.ABOVE, StopRules::first);
        }
        return refused;
    }

    private static Reason reason(Hit hit) {
        return switch (hit.what()) {
            case EVERYTHING -> Reason.EVERYTHING;
            case CHANNEL -> Reason.CHANNEL;
            case SENDER -> Reason.SENDER;
            case GROUP -> Reason.GROUP;
            case ERASED -> Reason.ERASED;
        };
    }

    private static Reason first(Reason one, Reason other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
