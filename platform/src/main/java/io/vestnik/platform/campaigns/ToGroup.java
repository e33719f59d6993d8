package io.vestnik.platform.campaigns;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Gathering;
import io.vestnik.platform.contacts.Gathering.Gathered;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.CampaignId;
import java.util.Optional;

/** Puts the people whom a campaign was sent to into a group. */
public interface ToGroup {
    /**
     * Starts to, in the background, with the states of that moment; the result of the job is a {@link Result} as JSON.
     *
     * @return none when there is no such campaign that was started, or no such group that was made by hand
     */
    Optional<JobId> start(Who who, CampaignId campaign, Whom whom, Gathering.Order order);

    /** What came of it, of those who were asked for. */
    record Result(long group, Gathered people) {}
}
