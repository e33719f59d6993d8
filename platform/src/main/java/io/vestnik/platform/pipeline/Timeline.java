package io.vestnik.platform.pipeline;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.Described;
import io.vestnik.platform.channels.Octets;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.links.Device;
import io.vestnik.platform.tariffs.Tariffs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of one message, oldest step first.
 *
 * @param currency of the account that owns it
 * @param steps in order of time
 */
public record Timeline(MessageView message, Details details, String currency, List<Step> steps) {
    public Timeline {
        steps = List.copyOf(steps);
    }

    /**
     * What a list does not need.
     *
     * @param user the person who sent it, where a person did
     * @param feedback what the sending program wanted to hear back
     * @param settlement the ledger transaction that ended the hold; 0 where none did yet
     */
    public record Details(
            TrafficType type,
            @Nullable UserId user,
            @Nullable String region,
            Feedback feedback,
            Instant validUntil,
            long settlement) {}

    /** Something that happened, or that is so now. */
    public sealed interface Step {
        Instant at();

        /**
         * It was taken, priced and its money held.
         *
         * @param levels what each payer pays that the asker may see
         * @param hold the ledger transaction that holds the money; 0 where nothing was
         */
        record Accepted(Instant at, List<Level> levels, long hold) implements Step {
            public Accepted {
                levels = List.copyOf(levels);
            }
        }

        /** It stands in the queue of this lane now. */
        record Queued(Instant at, @Nullable String route, int priority, int tries, boolean paused) implements Step {}

        /** It pauses until its next try, at that time; without a try before, it is scheduled for it. */
        record Waiting(Instant at, int tries) implements Step {}

        /**
         * It was given to a connection and waits for the answer now; or the answer will not come.
         *
         * @param part from 1; 0 where several go as a whole
         */
        record InFlight(
                Instant at,
                @Nullable String route,
                int node,
                int bind,
                int part,
                int tries,
                @Nullable Instant doubtSince)
                implements Step {}

        /**
         * The network answered: it took it.
         *
         * @param units the submits, encoded again; none where the route is not open any more
         * @param upstream the network's ids of the parts, as far as they are kept
         * @param charged what this debited from the owner
         */
        record Sent(Instant at, @Nullable String route, List<Described> units, List<Upstream> upstream, Money charged)
                implements Step {
            public Sent {
                units = List.copyOf(units);
                upstream = List.copyOf(upstream);
            }
        }

        /**
         * The network put it off.
         *
         * @param tries how often it had been put off before
         */
        record PutOff(Instant at, @Nullable String route, int tries, String code, Duration pause) implements Step {}

        /** A receipt came. */
        record Receipt(
                Instant at,
                int part,
                DeliveryReport.Status status,
                @Nullable String code,
                @Nullable Octets raw,
                @Nullable Described described)
                implements Step {}

        /**
         * It came to another state.
         *
         * @param charged what this debited from the owner
         * @param released what this gave back to the owner
         */
        record Moved(
                Instant at,
                @Nullable MessageState from,
                MessageState to,
                @Nullable String error,
                Money charged,
                Money released)
                implements Step {}

        /**
         * The recipient followed a link.
         *
         * @param at for the first time
         * @param address where it leads
         */
        record Followed(Instant at, String address, int clicks, Instant lastAt, Device device) implements Step {}

        /** The recipient did something else with it. */
        record Marked(Instant at, MessageMark mark) implements Step {}

        /** A unit went over the wire, or came, while a trace was kept. */
        record Wire(Instant at, Trace trace) implements Step {}
    }

    /** What one payer pays for all parts, and when. */
    public record Level(AccountId payer, AccountId payee, Money amount, Tariffs.Charge charge, long line) {}

    /** A part's id in the network. */
    public record Upstream(RouteId route, int part, String id) {}

    /**
     * One unit of a trace.
     *
     * @param bind the name of the connection
     * @param out we sent it
     */
    public record Trace(
            @Nullable String route,
            String bind,
            boolean out,
            Octets raw,
            @Nullable Described described) {}
}
