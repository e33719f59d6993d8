package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.domain.CallStore.Round;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Rounds;
import io.vestnik.platform.store.Timetable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Notes what programs do, in memory; each second it is written down at once. Of an account at most 50 calls a second are noted on each
 * node, of all together 5,000; the others are counted as lost, so that a flood costs no more than that.
 */
@Service
public class CallJournal extends Rounds {

    static final int OF_AN_ACCOUNT = 50;

    private static final Logger log = LoggerFactory.getLogger(CallJournal.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int OF_ALL = 5_000;

    private final Map<AccountId, Noted> noted = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final CallStore store;
    private final Clock clock;

    CallJournal(CallStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What came of one account since the last round; touched under the lock of its place in the map. */
    private static final class Noted {
        private final List<Call> calls = new ArrayList<>();
        private long lost;
    }

    /** Notes a call, or counts it as lost. */
    public void note(Call call) {
        noted.compute(call.account(), (_, before) -> {
            Noted after = before == null ? new Noted() : before;
            if (after.calls.size() < OF_AN_ACCOUNT && waiting.get() < OF_ALL) {
                after.calls.add(call);
                waiting.incrementAndGet();
            } else {
                after.lost++;
            }
            return after;
        });
    }

    @Override
    protected Timetable begin() {
        return new Timetable("calls", log).every(PAUSE, "Writing the journal of calls", this::write);
    }

    /** What was noted last is written too. */
    @Override
    protected void last() {
        write();
    }

    /** One round. */
    public void write() {
        List<Round> rounds = new ArrayList<>();
        for (AccountId account : noted.keySet().stream().sorted().toList()) {
            @Nullable Noted taken = noted.remove(account);
            if (taken != null) {
                rounds.add(new Round(account, taken.calls, taken.lost));
                waiting.addAndGet(-taken.calls.size());
            }
        }
        if (rounds.isEmpty()) {
            return;
        }
        try {
            Pool.BACKGROUND.run(() -> store.add(rounds, clock.instant()));
        } catch (RuntimeException e) {
            rounds.forEach(round -> lose(round.account(), round.calls().size() + round.lost()));
            throw e;
        }
    }

    private void lose(AccountId account, long calls) {
        noted.compute(account, (_, before) -> {
            Noted after = before == null ? new Noted() : before;
            after.lost += calls;
            return after;
        });
    }
}
