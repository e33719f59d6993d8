package io.vestnik.platform.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.TransactionSystemException;

/**
 * What a loop that is tried again tells of its failures: while the database is away one line a minute with the reason, and how
 * often it failed meanwhile; of a real fault everything, each time.
 */
public final class FaultLog {
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Logger log;
    private final LongSupplier nanos;
    private final Map<String, Quiet> quiet = new ConcurrentHashMap<>();

    /** Tells into the log of the class that loops. */
    public FaultLog(Logger log) {
        this(log, System::nanoTime);
    }

    FaultLog(Logger log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
    }

    /** Since when nothing was told of a loop, and how often it has failed since. */
    private record Quiet(long since, int failures) {}

    /**
     * It failed and will be tried again.
     *
     * @param what the loop, in words for people: one of few, such as {@code Route main: claiming}
     */
    public void failed(String what, Throwable fault) {
        if (!Outages.isOutage(fault)) {
            log.error("{} failed", what, fault);
            return;
        }
        long now = nanos.getAsLong();
        Quiet before = quiet.get(what);
        if (before != null && now - before.since() < QUIET_NANOS) {
            quiet.put(what, new Quiet(before.since(), before.failures() + 1));
            return;
        }
        quiet.put(what, new Quiet(now, 0));
        int more = before == null ? 0 : before.failures();
        log.warn(
                "{}: the database is away: {}{}",
                what,
                reason(fault),
                more == 0 ? "" : " (and " + more + " times since this was told last)");
    }

    private static String reason(Throwable fault) {
        Throwable told = fault instanceof TransactionSystemException outer && outer.getOriginalException() != null
                ? outer.getOriginalException()
                : fault;
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(told);
        String message = cause.getMessage();
        return message == null ? cause.toString() : message.lines().findFirst().orElse(cause.toString());
    }
}
