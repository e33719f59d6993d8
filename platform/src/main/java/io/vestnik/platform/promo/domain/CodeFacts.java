package io.vestnik.platform.promo.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.FactSubscriber;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.PromoCodes;
import io.vestnik.platform.promo.domain.ActionStore.Moved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Counts what became of messages with codes, and takes codes back whose message was cancelled or only rehearsed: it never left, so nobody has seen them.
 * Accounts without actions cost nothing here.
 */
@Component
class CodeFacts implements FactSubscriber {
    private final Actions actions;
    private final ActionStore store;
    private final CodeStore codes;
    private final PromoCodes desk;

    CodeFacts(Actions actions, ActionStore store, CodeStore codes, PromoCodes desk) {
        this.actions = actions;
        this.store = store;
        this.codes = codes;
        this.desk = desk;
    }

    @Override
    public String name() {
        return "promo";
    }

    @Override
    public boolean wants(MessageFact fact) {
        return fact.mark() == null && actions.any(fact.account());
    }

    @Override
    public void take(List<MessageFact> facts) {
        Map<MessageId, List<ActionId>> carried = codes.actions(
                facts.stream().map(MessageFact::message).distinct().toList());
        Map<Place, Long> moves = new HashMap<>();
        Map<AccountId, Set<MessageId>> unseen = new TreeMap<>();
        for (MessageFact fact : facts) {
            for (ActionId action : carried.getOrDefault(fact.message(), List.of())) {
                moves.merge(new Place(action, fact.to()), 1L, Long::sum);
                if (fact.from() != null) {
                    moves.merge(new Place(action, fact.from()), -1L, Long::sum);
                }
                if (fact.to() == MessageState.CANCELLED || SendingTerms.VIRTUAL.equals(fact.error())) {
                    unseen.computeIfAbsent(fact.account(), _ -> new HashSet<>()).add(fact.message());
                }
            }
        }
        List<Moved> moved = new ArrayList<>();
        moves.forEach((place, count) -> moved.add(new Moved(place.action(), place.state(), count)));
        moved.removeIf(it -> it.messages() == 0);
        store.count(moved);
        unseen.forEach(desk::takeBack);
    }

    private record Place(ActionId action, MessageState state) {}
}
