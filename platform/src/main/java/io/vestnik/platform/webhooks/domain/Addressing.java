package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.pipeline.MessageFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows who is told of a fact. */
@Component
record Addressing(Targets targets, Backlog backlog, EndpointHealth health) {

    Optional<Target> target(long endpoint) {
        return targets.find(endpoint);
    }

    /** Takes note of a try that is over. */
    void saw(Parcel parcel) {
        Fate fate = parcel.fate().getNow(null);
        if (fate != null) {
            health.saw(parcel.callback().endpoint(), fate);
        }
    }

    /** The callbacks of these facts, in their order. */
    List<Callback> callbacks(List<MessageFact> facts) {
        List<Callback> callbacks = new ArrayList<>();
        for (MessageFact fact : facts) {
            if (fact.from() != fact.to() || fact.mark() != null) { // otherwise only money moved
                add(fact, callbacks);
            }
        }
        return callbacks;
    }

    private void add(MessageFact fact, List<Callback> callbacks) {
        String named = named(fact);
        List<Target> own = targets.of(fact.account());
        if (named == null && own.isEmpty()) {
            return;
        }
        Event event = Event.of(fact);
        for (Target target : own) {
            if (target.wants(fact)) {
                callbacks.add(target.callback(event, Objects.requireNonNull(target.url())));
            }
        }
        if (named != null) {
            targets.forMessages(fact.account())
                    .filter(target -> target.wants(fact))
                    .ifPresent(target -> callbacks.add(target.callbackTo(named, event)));
        }
    }

    /** The address that the message brought; others than web servers are told by others. */
    private static @Nullable String named(MessageFact fact) {
        String callback = fact.feedback().callback();
        return callback != null && (callback.startsWith("https://") || callback.startsWith("http://"))
                ? callback
                : null;
    }
}
