package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.InboundCall;
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
            tell(message, "", callbacks);
        }
        keep(callbacks);
    }

    /** A name of a rule's own is told besides the usual one, the compatible form has no word for it. */
    @Override
    public void called(List<InboundCall> calls) {
        List<Callback> callbacks = new ArrayList<>(calls.size());
        for (InboundCall call : calls) {
            if (!call.name().isEmpty()) {
                tell(call.message(), call.name(), callbacks);
            }
            if (!call.url().isEmpty()) {
                targets.forMessages(account(call.message()))
                        .filter(target -> target.state().listens())
                        .ifPresent(target ->
                                callbacks.add(target.callbackTo(call.url(), Event.of(call.message(), call.name()))));
            }
        }
        keep(callbacks);
    }

    private void tell(InboundMessage message, String name, List<Callback> callbacks) {
        Event event = Event.of(message, name);
        for (Target target : targets.of(account(message))) {
            if (target.state().listens() && target.hears().inbound() && target.tells(event)) {
                callbacks.add(target.callback(event, Objects.requireNonNull(target.url())));
            }
        }
    }

    private static AccountId account(InboundMessage message) {
        return Objects.requireNonNull(message.account());
    }

    private void keep(List<Callback> callbacks) {
        if (callbacks.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Long> ids = store.ids(callbacks.size());
        List<Kept> rows = new ArrayList<>(callbacks.size());
        for (int i = 0; i < callbacks.size(); i++) {
            rows.add(Kept.due(ids.get(i), callbacks.get(i), now));
        }
        store.keep(rows);
    }
}
