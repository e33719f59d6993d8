package io.vestnik.platform.links.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.LinkMarks;
import io.vestnik.platform.links.MessageLinks;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.store.FaultLog;
import io.vestnik.platform.store.Transactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Gives single messages numbers of a page that those of their account share for a day: each of its numbers has an address and a message
 * of its own.
 */
@Service
class SingleLinks implements MessageLinks {
    /** Links that are kept with one statement. */
    private static final int STRETCH = 5_000;

    private static final FaultLog faults = new FaultLog(LoggerFactory.getLogger(SingleLinks.class));

    private final LinkStore store;
    private final Opening opening;
    private final Codes codes;
    private final Transactions transactions;

    SingleLinks(LinkStore store, Opening opening, Codes codes, Transactions transactions) {
        this.store = store;
        this.opening = opening;
        this.codes = codes;
        this.transactions = transactions;
    }

    @Override
    public List<String> write(AccountId account, List<Letter> letters) {
        List<String> texts = new ArrayList<>(letters.size());
        int from = 0;
        while (from < letters.size()) {
            int to = from + 1;
            int links = letters.get(from).text().targets().size();
            while (to < letters.size()
                    && links + letters.get(to).text().targets().size() <= STRETCH) {
                links += letters.get(to).text().targets().size();
                to++;
            }
            texts.addAll(stretch(account, letters.subList(from, to)));
            from = to;
        }
        return texts;
    }

    @Override
    public void takeBack(AccountId account, Collection<MessageId> messages) {
        if (messages.isEmpty()) {
            return;
        }
        try {
            store.disown(account, messages);
        } catch (RuntimeException e) {
            // What became of the other messages is to be told all the same.
            faults.failed("Taking links back", e);
        }
    }

    private List<String> stretch(AccountId account, List<Letter> letters) {
        List<MessageId> owners = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        for (Letter letter : letters) {
            for (Target target : letter.text().targets()) {
                owners.add(letter.message());
                targets.add(target);
            }
        }
        if (owners.isEmpty()) {
            return letters.stream().map(letter -> letter.text().text()).toList();
        }
        Reserved reserved = transactions.apart(() -> reserve(account, owners));
        store.addSingles(account, reserved.page(), reserved.first(), owners, targets);
        List<String> texts = new ArrayList<>(letters.size());
        long next = reserved.page().first() + reserved.first();
        for (Letter letter : letters) {
            long own = next;
            int places = letter.text().targets().size();
            texts.add(LinkMarks.fill(letter.text().text(), places, place -> codes.write(own + place)));
            next += places;
        }
        return texts;
    }

    /** Numbers of a page, from this place of it on: nobody else gets them, and they lead nowhere until it is said where. */
    private record Reserved(Block page, long first) {}

    /** Others who want numbers of the account wait for no more than this. */
    private Reserved reserve(AccountId account, List<MessageId> owners) {
        Block page = page(account, owners.size());
        return new Reserved(page, store.give(account, page.campaign(), owners, page.expiresAt()));
    }

    private Block page(AccountId account, int links) {
        return store.sharedAndHold(account)
                .filter(page -> opening.isOfToday(page) && store.given(account, page.campaign()) + links <= page.size())
                .orElseGet(() -> opening.open(account, Block::shared, List.of(new Target.Unsubscribe()), Block.PAGE)
                        .getFirst());
    }
}
