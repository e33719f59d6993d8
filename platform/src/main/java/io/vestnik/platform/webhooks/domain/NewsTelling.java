package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.senders.SenderAnswered;
import io.vestnik.platform.webhooks.domain.CallbackStore.Kept;
import io.vestnik.platform.webhooks.domain.Event.News;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes callbacks of what has become of accounts; kept in the transaction in which it happened. */
@Component
class NewsTelling {
    private final CallbackStore store;
    private final Targets targets;
    private final Clock clock;

    NewsTelling(CallbackStore store, Targets targets, Clock clock) {
        this.store = store;
        this.targets = targets;
        this.clock = clock;
    }

    /** Within the transaction of the answer: without it nothing is told. */
    @EventListener
    public void on(SenderAnswered answered) {
        StringBuilder data = new StringBuilder("{\"name\":\"");
        Envelope.escape(data, answered.name());
        data.append("\",\"state\":\"").append(answered.state()).append("\",\"answer\":\"");
        Envelope.escape(data, answered.answer());
        News news = new News("sender.answered", data.append("\"}").toString());
        List<Target> wanting = targets.of(answered.account()).stream()
                .filter(target -> target.state().listens() && target.hears().senders())
                .toList();
        tell(wanting.stream().map(target -> Map.entry(target, news)).toList());
    }

    /** Joins the transaction of its caller. */
    void tell(List<Map.Entry<Target, News>> told) {
        if (told.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Long> ids = store.ids(told.size());
        List<Kept> rows = new ArrayList<>(told.size());
        for (int i = 0; i < told.size(); i++) {
            Target target = told.get(i).getKey();
            Event event = Event.of(told.get(i).getValue(), ids.get(i), now);
            rows.add(Kept.due(ids.get(i), target.callback(event, Objects.requireNonNull(target.url())), now));
        }
        store.keep(rows);
    }
}
