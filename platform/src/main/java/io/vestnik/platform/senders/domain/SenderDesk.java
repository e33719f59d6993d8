package io.vestnik.platform.senders.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderNames;
import io.vestnik.platform.senders.SenderState;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where accounts ask for names. */
@Service
class SenderDesk implements SenderNames {
    private final SenderStore store;
    private final Answerers answerers;
    private final PaperDesk papers;
    private final Writing writing;

    SenderDesk(SenderStore store, Answerers answerers, PaperDesk papers, Writing writing) {
        this.store = store;
        this.answerers = answerers;
        this.papers = papers;
        this.writing = writing;
    }

    @Override
    public Slice<Sender> list(AccountId account, String search, @Nullable String cursor, int limit) {
        return store.list(account, search, cursor, limit);
    }

    @Override
    public Optional<Sender> find(AccountId account, long id) {
        return store.find(account, id);
    }

    @Override
    public Optional<Sender> find(AccountId account, String name) {
        return store.find(account, name);
    }

    @Override
    public Answer request(Who who, String name, Sender.Terms terms) {
        Optional<Answer> wrong = wrong(terms);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        return switch (SenderName.read(name)) {
            case SenderName.Read.Sound _ -> writing.transactions().call(() -> add(who, new SenderName(name), terms));
            case SenderName.Read.TooShort _ -> new Answer.Refused("name", "short", "");
            case SenderName.Read.TooLong _ -> new Answer.Refused("name", "long", "");
            case SenderName.Read.BadCharacter(String character) -> new Answer.Refused("name", "character", character);
        };
    }

    private Answer add(Who who, SenderName name, Sender.Terms terms) {
        if (store.count(who.account()) >= MOST_NAMES) {
            return new Answer.Refused("name", "many", Integer.toString(MOST_NAMES));
        }
        AccountId answerer = answerers.of(who.account()).orElse(null);
        SenderState state = name.isPhone()
                ? SenderState.UNCONFIRMED
                : answerer == null ? SenderState.APPROVED : SenderState.REQUESTED;
        boolean added = store.add(
                who.account(),
                new SenderStore.Wanted(name, state, terms, answerer, who.name()),
                writing.clock().instant());
        Sender sender = store.find(who.account(), name.text()).orElseThrow();
        if (!added) {
            return new Answer.There(sender);
        }
        writing.aftermath().done(who, "requested", sender, Map.of());
        if (state == SenderState.APPROVED) {
            writing.aftermath().answered(sender);
        }
        return new Answer.Kept(sender);
    }

    @Override
    public Answer change(Who who, long id, int seen, Sender.Terms terms) {
        return wrong(terms).orElseGet(() -> writing.transactions().call(() -> keep(who, id, seen, terms)));
    }

    private Answer keep(Who who, long id, int seen, Sender.Terms terms) {
        Optional<Sender> before = store.hold(who.account(), id);
        if (before.isEmpty()) {
            return new Answer.Gone();
        }
        if (!store.change(who.account(), id, seen, terms)) {
            return new Answer.Stale(before.get());
        }
        if (asksAnew(before.get(), terms)) {
            store.reopen(who.account(), id, who.name(), writing.clock().instant());
        }
        Sender now = store.find(who.account(), id).orElseThrow();
        writing.aftermath()
                .done(who, "changed", now, Map.of("operators", terms.operators().toString()));
        return new Answer.Kept(now);
    }

    /** An answer is good for what it was given to: not for networks that are added to it. */
    private static boolean asksAnew(Sender before, Sender.Terms terms) {
        return switch (before.state()) {
            case REFUSED -> true;
            case APPROVED -> before.answerer() != null && terms.reachBeyond(before.terms());
            case REQUESTED, UNCONFIRMED -> false;
        };
    }

    private static Optional<Answer> wrong(Sender.Terms terms) {
        if (terms.comment().length() > LONGEST_COMMENT) {
            return Optional.of(new Answer.Refused("comment", "long", Integer.toString(LONGEST_COMMENT)));
        }
        if (terms.operators().size() > MOST_OPERATORS) {
            return Optional.of(new Answer.Refused("operators", "many", Integer.toString(MOST_OPERATORS)));
        }
        return terms.operators().stream()
                .filter(code -> !code.matches("\\d{5,6}"))
                .findFirst()
                .map(code ->
                        new Answer.Refused("operators", "unknown", code.substring(0, Math.min(code.length(), 20))));
    }

    @Override
    public boolean delete(Who who, long id) {
        return writing.transactions().call(() -> {
            Optional<Sender> sender = store.hold(who.account(), id); // or a paper that comes now would stay
            sender.ifPresent(it -> {
                papers.empty(who.account(), id);
                store.delete(who.account(), id);
                writing.aftermath().done(who, "deleted", it, Map.of());
            });
            return sender.isPresent();
        });
    }
}
