package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.CampaignChunk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of lanes. */
public interface LaneStore {
    /** The lane of this route, priority, account, campaign and wave; made as it is given when it is new. */
    int idOf(Lane lane);

    /** Lanes that have something in the queue, or are paused. */
    List<Lane> all();

    /** Cancels a campaign's lanes for good; tells which. */
    List<Integer> cancel(AccountId account, CampaignId campaign);

    /** Lets the lanes of these waves close at other moments; tells which of them did not before. */
    List<Closing> open(AccountId account, CampaignId campaign, List<CampaignChunk.Gate> gates);

    /** How many messages of a wave are in the queue; counts no further than this. */
    int waiting(AccountId account, CampaignId campaign, int wave, int most);

    /** Begins to prolong what is in a campaign's lanes below this id; tells which lanes have anything. */
    List<Integer> prolong(AccountId account, CampaignId campaign, Duration by, MessageId below);

    /** Prolongs some messages of a lane that waits for it; false when none does. */
    boolean prolongSome(int most);

    /** When a lane closes; none where it does not. */
    record Closing(int lane, @Nullable Instant at) {}

    /** Pauses or resumes a campaign's lanes; tells which. */
    List<Integer> pause(AccountId account, CampaignId campaign, boolean paused);

    /** Lets no more than so many messages an hour leave of a campaign's lanes; none for any number. */
    void rate(AccountId account, CampaignId campaign, @Nullable Integer perHour);

    /**
     * A lane as stored.
     *
     * @param paused by somebody, or until what is in it is prolonged
     * @param rate messages an hour of its campaign; 0 for any number
     * @param wave of its campaign; 0 where that is not divided
     * @param closesAt from this moment on nothing of it leaves; none where it stays open
     */
    record Lane(
            int id,
            RouteId route,
            int priority,
            AccountId account,
            long campaign,
            boolean paused,
            boolean cancelled,
            int rate,
            int wave,
            @Nullable Instant closesAt) {
        /** Of any speed, never closed. */
        Lane(int id, RouteId route, int priority, AccountId account, long campaign, boolean paused, boolean cancelled) {
            this(id, route, priority, account, campaign, paused, cancelled, 0, 0, null);
        }

        /** A new one. */
        static Lane of(
                RouteId route,
                int priority,
                AccountId account,
                @Nullable CampaignId campaign,
                CampaignChunk.Gate gate) {
            return new Lane(
                    0,
                    route,
                    priority,
                    account,
                    campaign == null ? 0 : campaign.value(),
                    false,
                    false,
                    0,
                    gate.wave(),
                    gate.closesAt());
        }

        /** What tells it from others. */
        Lane key() {
            return new Lane(0, route, priority, account, campaign, false, false, 0, wave, null);
        }

        /** What the lanes of all waves of a campaign on a route have in common. */
        Lane course() {
            return new Lane(0, route, priority, account, campaign, false, false);
        }

        /** Whether what is in it may leave now. */
        boolean leaves(Instant now) {
            return !paused && !cancelled && (closesAt == null || now.isBefore(closesAt));
        }

        Lane numbered(int other) {
            return new Lane(other, route, priority, account, campaign, paused, cancelled, rate, wave, closesAt);
        }
    }
}
