package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.OutboundHttp;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.webhooks.CallbackState;
import io.vestnik.platform.webhooks.Callbacks.Tried;
import io.vestnik.platform.webhooks.Webhooks.Again;
import io.vestnik.platform.webhooks.domain.CallbackStore.Kept;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Tells again what was told or given up, and tries an endpoint with a request about nothing. */
@Service
public class Resending {
    private static final int CHUNK = 1_000;
    private static final int MOST = 10_000;
    /** Beyond this many callbacks that wait an account has nothing told again. */
    static final int MOST_WAITING = 50_000;

    private final Journal journal;
    private final CallbackStore store;
    private final Targets targets;
    private final ResendingParts parts;
    private final Clock clock;

    /** What it does it with. */
    @Component
    record ResendingParts(OutboundHttp http, Transactions transactions, Audit audit) {}

    Resending(Journal journal, CallbackStore store, Targets targets, ResendingParts parts, Clock clock) {
        this.journal = journal;
        this.store = store;
        this.targets = targets;
        this.parts = parts;
        this.clock = clock;
    }

    /** Tells one again; false when there is no such callback, it is not {@link #possible}, or too many wait for the account. */
    public boolean one(Who who, long id) {
        boolean kept = journal.find(who.account(), id)
                .filter(it -> possible(who.account(), it))
                .filter(it -> keep(who.account(), List.of(it)) == 1)
                .isPresent();
        if (kept) {
            parts.audit().record(who, "webhook.resent", "callback " + id, Map.of());
        }
        return kept;
    }

    /** Whether it has ended, there is somebody to tell, and the form has words for it. */
    public boolean possible(AccountId account, Journal.Line line) {
        return line.state() != CallbackState.WAITING
                && targets.find(line.endpoint())
                        .filter(target -> target.account().equals(account) && target.tells(line.event()))
                        .isPresent();
    }

    /** Tells an endpoint again what ended in a time, at most 10,000 callbacks at once and 50,000 that wait for the account; how many those are. */
    int many(Who who, long endpoint, Again wanted) {
        Again again = bounded(wanted);
        int sum = 0;
        long after = 0;
        List<Journal.Line> lines = journal.ended(who.account(), endpoint, again, after, CHUNK);
        while (!lines.isEmpty()) {
            List<Journal.Line> possible =
                    lines.stream().filter(line -> possible(who.account(), line)).toList();
            int kept = keep(who.account(), possible);
            sum += kept;
            after = lines.getLast().id();
            int limit = kept < possible.size() ? 0 : Math.min(CHUNK, MOST - sum);
            lines = limit == 0 ? List.of() : journal.ended(who.account(), endpoint, again, after, limit);
        }
        Map<String, ?> told =
                Map.of("callbacks", sum, "from", again.from(), "until", again.until(), "all", again.all());
        parts.audit().record(who, "webhook.resent", "webhook " + endpoint, told);
        return sum;
    }

    /** Nothing has ended before there was time or after now. */
    private Again bounded(Again again) {
        Instant now = clock.instant();
        return new Again(
                again.from().isBefore(Instant.EPOCH) ? Instant.EPOCH : again.from(),
                again.until().isAfter(now) ? now : again.until(),
                again.all());
    }

    /** For how many of these there was room. */
    private int keep(AccountId account, List<Journal.Line> lines) {
        Instant now = clock.instant();
        List<Kept> rows = new ArrayList<>(lines.size());
        List<Long> ids = store.ids(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Journal.Line line = lines.get(i);
            Optional<Target> target = targets.find(line.endpoint());
            if (target.isPresent()) {
                Callback callback = target.get().url() == null
                        ? target.get().callbackTo(line.url(), line.event())
                        : target.get().callback(line.event(), target.get().url());
                rows.add(Kept.due(ids.get(i), callback, now));
            }
        }
        return parts.transactions().call(() -> {
            int room = MOST_WAITING - store.waitingAndHold(account, MOST_WAITING);
            List<Kept> fit = rows.subList(0, Math.min(rows.size(), room));
            store.keep(fit);
            return fit.size();
        });
    }

    /** Sends a request about nothing and waits for its answer, at most 20 seconds. */
    public Tried test(Who who, long endpoint) {
        targets.refresh();
        Target target = targets.find(endpoint)
                .filter(it -> it.account().equals(who.account()))
                .orElseThrow();
        String url = target.url();
        if (url == null) {
            return new Tried(0, "address");
        }
        try {
            int status = parts.http()
                    .call(Envelope.test(target, url, clock.instant()))
                    .status();
            return new Tried(status, "answer");
        } catch (IOException e) {
            return new Tried(0, Sending.reason(e.getCause() instanceof Exception cause ? cause : e));
        }
    }
}
