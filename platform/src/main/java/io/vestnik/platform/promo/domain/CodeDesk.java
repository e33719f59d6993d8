package io.vestnik.platform.promo.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.PromoCodes;
import io.vestnik.platform.promo.domain.CodeStore.Giving;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives codes out, set by set, in the transaction that queues their messages. */
@Service
class CodeDesk implements PromoCodes {
    /** Codes are so rare that what is made is somebody's already once in a million times. */
    private static final int TRIES = 20;

    private final CodeMarker marker;
    private final ActionStore store;
    private final CodeStore codes;
    private final Actions actions;
    private final Clock clock;
    private final CodeMaking making = new CodeMaking();

    CodeDesk(CodeMarker marker, ActionStore store, CodeStore codes, Actions actions, Clock clock) {
        this.marker = marker;
        this.store = store;
        this.codes = codes;
        this.actions = actions;
        this.clock = clock;
    }

    @Override
    public Marked mark(AccountId account, String text) {
        return marker.mark(account, text);
    }

    @Override
    public List<Shortage> shortages(AccountId account, List<ActionId> wanted, long people) {
        return wanted.stream()
                .flatMap(id -> shortage(account, id, people).stream())
                .toList();
    }

    /** One that was deleted meanwhile has none. */
    private Optional<Shortage> shortage(AccountId account, ActionId id, long people) {
        return store.find(account, id)
                .map(action -> action.left() < people
                        ? Optional.of(new Shortage(action.terms().name(), action.left()))
                        : Optional.<Shortage>empty())
                .orElseGet(() -> Optional.of(new Shortage(id.toString(), 0)));
    }

    @Override
    public Issued issue(
            AccountId account, @Nullable CampaignId campaign, List<ActionId> wanted, List<Addressed> messages) {
        // In the order of their ids: two campaigns with the same actions must not wait for each other.
        List<ActionId> taken = new ArrayList<>();
        for (ActionId id : wanted.stream()
                .sorted((a, b) -> Long.compare(a.value(), b.value()))
                .toList()) {
            if (!store.take(account, id, messages.size())) {
                Map<ActionId, Integer> back = new HashMap<>();
                taken.forEach(it -> back.put(it, messages.size()));
                store.putBack(account, back);
                return new Issued.TooFew();
            }
            taken.add(id);
        }
        Instant now = clock.instant();
        return new Issued.Given(wanted.stream()
                .map(id -> inOrder(given(action(account, id), campaign, now, messages), messages))
                .toList());
    }

    private Action action(AccountId account, ActionId id) {
        return store.find(account, id).orElseThrow(() -> new IllegalStateException("No action " + id));
    }

    private Map<MessageId, String> given(
            Action action, @Nullable CampaignId campaign, Instant now, List<Addressed> messages) {
        Instant until = action.terms().good().end(now, actions.zone(action.account()));
        Giving giving = new Giving(action.account(), action.id(), campaign, now, until);
        return switch (action.terms().codes().source()) {
            case LOADED -> codes.give(giving, messages);
            case MADE -> made(action.terms().codes(), giving, messages);
        };
    }

    private Map<MessageId, String> made(Terms.Codes look, Giving giving, List<Addressed> messages) {
        Map<MessageId, String> given = new HashMap<>();
        List<Addressed> open = messages;
        for (int round = 0; round < TRIES && !open.isEmpty(); round++) {
            given.putAll(codes.make(giving, open, making.make(look.alphabet(), look.length(), open.size())));
            open = open.stream().filter(it -> !given.containsKey(it.message())).toList();
        }
        return given;
    }

    private static List<String> inOrder(Map<MessageId, String> given, List<Addressed> messages) {
        return messages.stream()
                .map(it -> Objects.requireNonNull(given.get(it.message()), "A message got no code"))
                .toList();
    }

    @Override
    public void takeBack(AccountId account, Collection<MessageId> messages) {
        if (!messages.isEmpty() && actions.any(account)) {
            store.putBack(account, codes.takeBack(account, messages));
        }
    }
}
