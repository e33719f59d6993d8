package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.Outages;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * Refuses the same request when it comes again too often within a minute, and an account's requests when too many are under way, on
 * this node: what must not be done twice is known to all nodes by {@link RequestStore}. At most {@link #MOST} different requests are remembered twice over; where more come, the older are forgotten.
 */
@Component
class Throttles {
    private static final int MOST = 100_000;
    private static final int MINUTE = 60;
    /** How long it stays refused where nobody knows what became of it. */
    private static final int UNKNOWN = 10 * MINUTE;

    private static final int AT_ONCE = 15;

    private final boolean on;
    private final Clock clock;
    private final Map<AccountId, Integer> underWay = new ConcurrentHashMap<>();
    private final AtomicReference<Memory> memory =
            new AtomicReference<>(new Memory(new ConcurrentHashMap<>(), Map.of()));

    Throttles(SmscSettings settings, Clock clock) {
        this.on = settings.throttles();
        this.clock = clock;
    }

    /** What came lately, and what came before that. */
    private record Memory(Map<Long, Count> newer, Map<Long, Count> older) {
        boolean isFull() {
            return newer.size() >= MOST;
        }

        Memory turned() {
            return new Memory(new ConcurrentHashMap<>(), newer);
        }
    }

    /** How often a request came since a second. */
    private record Count(long since, int times) {
        Count more(long now) {
            return now - since >= MINUTE ? new Count(now, 1) : new Count(since, times + 1);
        }
    }

    /** Whether anything is refused here at all. */
    boolean isOn() {
        return on;
    }

    /** Whether one more of an account's requests may be under way; whoever may leaves again. */
    boolean enter(AccountId account) {
        if (underWay.merge(account, 1, Integer::sum) < AT_ONCE || !on) {
            return true;
        }
        leave(account);
        return false;
    }

    void leave(AccountId account) {
        underWay.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
    }

    /**
     * Notes that this comes, and tells whether it does not come too often.
     *
     * @param what the name of what is asked for, and all that makes it the same
     * @param most times a minute
     */
    boolean pass(AccountId account, String what, int most) {
        if (!on) {
            return true;
        }
        long now = clock.instant().getEpochSecond();
        Long key = key(account, what);
        Memory known = memory.get();
        Count before = known.older().getOrDefault(key, new Count(now, 0));
        Count counted = known.newer().compute(key, (_, count) -> (count == null ? before : count).more(now));
        if (known.isFull()) {
            memory.compareAndSet(known, known.turned());
        }
        return counted.times() <= most;
    }

    /** It broke off: it may come again where nothing was stored, and for ten minutes not where that is unknown. */
    void broke(AccountId account, String what, RuntimeException failure) {
        if (failure instanceof Unanswered && on) {
            long until = clock.instant().getEpochSecond() + UNKNOWN;
            memory.get().newer().put(key(account, what), new Count(until - MINUTE, 1));
        } else if (failure.getCause() instanceof Batcher.Full || Outages.isOutage(failure)) {
            forget(account, what);
        }
    }

    /** It came to nothing, so it may come again. */
    void forget(AccountId account, String what) {
        if (on) {
            memory.get().newer().computeIfPresent(key(account, what), (_, count) -> new Count(count.since(), 0));
        }
    }

    private static Long key(AccountId account, String what) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    ByteBuffer.allocate(Long.BYTES).putLong(account.value()).flip());
            return ByteBuffer.wrap(digest.digest(what.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
