package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.RouteId;
import java.util.List;

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

    /** A lane as stored. */
    record Lane(
            int id, RouteId route, int priority, AccountId account, long campaign, boolean paused, boolean cancelled) {}
}
