package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.RouteId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of lanes. */
public interface LaneStore {
    /** The lane of this key, made when it is new. */
    int idOf(RouteId route, int priority, AccountId account, long campaign);

    /** Lanes that have something in the queue, or are paused. */
    List<Lane> all();

    /** Cancels a campaign's lanes for good; tells which. */
    List<Integer> cancel(AccountId account, CampaignId campaign);

    /** Pauses or resumes a campaign's lanes; tells which. */
    List<Integer> pause(AccountId account, CampaignId campaign, boolean paused);

    /** Lets no more than so many messages an hour leave of a campaign's lanes; none for any number. */
    void rate(AccountId account, CampaignId campaign, @Nullable Integer perHour);

    /**
     * A lane as stored.
     *
     * @param rate messages an hour of its campaign; 0 for any number
     */
    record Lane(
            int id,
            RouteId route,
            int priority,
            AccountId account,
            long campaign,
            boolean paused,
            boolean cancelled,
            int rate) {
        /** Of any speed. */
        Lane(int id, RouteId route, int priority, AccountId account, long campaign, boolean paused, boolean cancelled) {
            this(id, route, priority, account, campaign, paused, cancelled, 0);
        }
    }
}
