package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.Octets;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads everything that is kept of one message. */
public interface LifeStore {
    /** The message, if it belongs to one of these accounts. */
    Optional<Found> find(Set<AccountId> accounts, long id);

    /** What happened to it, in order. */
    List<MessageFact> facts(Found message);

    /** Its place in the queue. */
    Optional<Queued> queued(MessageView message);

    /** Its pause. */
    Optional<Timeline.Step.Waiting> waiting(MessageView message);

    /** Its parts between the claim and the answer. */
    List<Flying> flying(MessageView message);

    /** The networks' ids of its parts. */
    List<Timeline.Upstream> upstream(Found message);

    /** Its receipts of the last days, in order. */
    List<Reported> receipts(Found message);

    /** When and why a network put it off, in the last days, in order. */
    List<PutOff> putOffs(Found message);

    /** What went over the wire for it while a trace was kept, in order. */
    List<Traced> traces(Found message);

    /** A message and what only its row knows. */
    record Found(
            MessageView view,
            Timeline.Details details,
            long quote,
            long hold,
            @Nullable RouteId route) {}

    /** A place in the queue. */
    record Queued(RouteId route, int priority, int tries, boolean paused) {}

    /** A part on the air. */
    record Flying(
            RouteId route,
            int node,
            int bind,
            int part,
            int tries,
            Instant at,
            @Nullable Instant doubtSince) {}

    /** A receipt. */
    record Reported(
            Instant at,
            @Nullable RouteId route,
            int part,
            DeliveryReport.Status status,
            @Nullable String code,
            @Nullable Octets raw) {}

    /** A refusal for a time. */
    record PutOff(Instant at, RouteId route, int tries, String code, Duration pause) {}

    /** A unit of a trace. */
    record Traced(Instant at, RouteId route, String bind, boolean out, Octets raw) {}
}
