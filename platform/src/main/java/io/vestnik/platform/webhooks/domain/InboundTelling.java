package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.pipeline.InboundListener;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.webhooks.domain.CallbackStore.Kept;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes callbacks of what people wrote: kept with the message, and taken up within a moment by whoever sends what is due. */
@Component
class InboundTelling implements InboundListener {
    private final CallbackStore store;
    private final Targets targets;
    private final Clock clock;

    InboundTelling(CallbackStore store, Targets targets, Clock clock) {
        this.store = store;
        this.targets = targets;
        this.clock = clock;
    }

    @Override
    public void came(List<InboundMessage> messages) {
        List<Callback> callbacks = new ArrayList<>(0);
        for (InboundMessage message : messages) {
            for (Target target : targets.of(Objects.requireNonNull(message.account()))) {
                if (target.state().listens()) {
                    callbacks.add(target.callback(Event.of(message), Objects.requireNonNull(target.url())));
                }
            }
        }
        if (callbacks.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Long> ids = store.ids(callbacks.size());
        List<Kept> rows = new ArrayList<>(callbacks.size());
        for (int i = 0; i < callbacks.size(); i++) {
            rows.add(new Kept(ids.get(i), callbacks.get(i), now, now, 0, false, 0, null));
        }
        store.keep(rows);
    }
}
