package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.InboundCall;
import io.vestnik.platform.pipeline.InboundListener;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.pipeline.InboundMessage.Wish;
import io.vestnik.platform.pipeline.inbound.domain.InboundStore.Asked;
import io.vestnik.platform.pipeline.inbound.domain.InboundStore.Written;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives messages to whom they are for: to the account that has the number, or the number with the word that the message begins
 * with; else to the one that wrote last to the person from that number; else to nobody, and the operator sees them.
 */
@Component
class Delivery {
    private final InboundStore store;
    private final Numbers numbers;
    private final Rules rules;
    private final Effects effects;
    private final Clock clock;

    Delivery(InboundStore store, Numbers numbers, Rules rules, Effects effects, Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.rules = rules;
        this.effects = effects;
        this.clock = clock;
    }

    /** What follows from messages. */
    @Component
    record Effects(Wishes wishes, RuleFollowing following, List<InboundListener> listeners) {}

    /** A message, which message it answers, and what its account wants done about it. */
    record Delivered(
            InboundMessage message,
            @Nullable Written answered,
            @Nullable KeywordRule rule) {}

    /** Stores the messages with all that follows; joins the transaction of its caller. */
    void deliver(List<Whole> all) {
        if (all.isEmpty()) {
            return;
        }
        List<Delivered> delivered = delivered(all);
        store.add(delivered.stream().map(Delivered::message).toList());
        effects.wishes().fulfil(delivered);
        effects.following().perform(delivered);
        List<InboundMessage> owned = delivered.stream()
                .map(Delivered::message)
                .filter(message -> message.account() != null)
                .toList();
        if (!owned.isEmpty()) {
            effects.listeners().forEach(listener -> listener.came(owned));
        }
        List<InboundCall> calls = calls(delivered);
        if (!calls.isEmpty()) {
            effects.listeners().forEach(listener -> listener.called(calls));
        }
    }

    private static List<InboundCall> calls(List<Delivered> delivered) {
        List<InboundCall> calls = new ArrayList<>(0);
        for (Delivered one : delivered) {
            KeywordRule rule = one.rule();
            if (rule != null && rule.tells().programs()) {
                calls.add(new InboundCall(
                        one.message(), rule.tells().name(), rule.tells().url()));
            }
        }
        return calls;
    }

    private List<Delivered> delivered(List<Whole> all) {
        List<Optional<Lending>> lendings = new ArrayList<>(all.size());
        List<Asked> asked = new ArrayList<>(all.size());
        for (Whole whole : all) {
            Optional<Lending> lending = numbers.lending(whole.route(), whole.to(), whole.text(), whole.at());
            lendings.add(lending);
            asked.add(new Asked(
                    whole.to(), whole.from(), lending.map(Lending::account).orElse(null)));
        }
        Map<Integer, Written> answered = store.answered(asked);
        List<Long> ids = store.ids(all.size(), clock.instant());
        List<Delivered> delivered = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            delivered.add(delivered(ids.get(i), all.get(i), lendings.get(i).orElse(null), answered.get(i)));
        }
        return delivered;
    }

    private Delivered delivered(long id, Whole whole, @Nullable Lending lending, @Nullable Written answered) {
        AccountId owner = lending == null ? null : lending.account();
        if (owner == null && answered != null) {
            owner = answered.account();
        }
        Wish wish = Words.wish(whole.text());
        KeywordRule rule = owner == null || wish != Wish.NONE
                ? null
                : rules.of(owner, whole.to(), whole.text()).orElse(null);
        if (rule != null && rule.stop()) {
            wish = Wish.STOP;
        }
        return new Delivered(
                new InboundMessage(
                        id,
                        owner,
                        whole.route(),
                        whole.from(),
                        whole.to(),
                        whole.text(),
                        keyword(lending, rule),
                        wish,
                        answered == null ? null : answered.message(),
                        whole.at()),
                answered,
                rule);
    }

    private static String keyword(@Nullable Lending lending, @Nullable KeywordRule rule) {
        if (lending != null && !lending.keyword().isEmpty()) {
            return lending.keyword();
        }
        return rule == null ? "" : rule.keyword();
    }
}
