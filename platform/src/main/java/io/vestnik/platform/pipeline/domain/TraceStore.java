package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.Octets;
import io.vestnik.platform.channels.WireTap;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.RouteId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps traces of the wire, and who asked for them. */
public interface TraceStore {
    /** A number that changes with each change of what is traced. */
    long version();

    /** What is traced at this moment or later. */
    List<Tracing> active(Instant now);

    /** Begins one; exactly one of route and account is given. */
    void start(Who who, @Nullable RouteId route, @Nullable AccountId account, Duration span, Instant now);

    /** Ends one before its time. */
    boolean stop(Who who, long id, Instant now);

    /** The accounts of these messages. */
    Map<Long, AccountId> accountsOf(List<Long> messages);

    /** Keeps units, with the account of each where it is known. */
    void write(List<WireTap.Unit> units, Map<Long, AccountId> accounts);

    /** The last units of a route, the newest first. */
    List<Traced> last(Who who, RouteId route, int limit);

    /** Receipts without a message, the newest first. */
    List<Parked> parked(Who who, long below, int limit);

    /** Somebody wants to see the wire of a route or of an account's messages for a while. */
    record Tracing(
            long id, @Nullable RouteId route, @Nullable AccountId account, Instant until, Instant since, String by) {}

    /** A unit that was kept. */
    record Traced(
            Instant at, String bind, boolean out, @Nullable Long message, Octets raw) {}

    /** A receipt without a message. */
    record Parked(
            long id,
            Instant at,
            RouteId route,
            String upstreamId,
            @Nullable String recipient,
            DeliveryReport.Status status,
            Kept kept) {}

    /**
     * The rest of it.
     *
     * @param orphan its message is looked for no more
     */
    record Kept(@Nullable String code, @Nullable Octets raw, boolean orphan) {}
}
