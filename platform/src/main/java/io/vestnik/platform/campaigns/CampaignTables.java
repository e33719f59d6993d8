package io.vestnik.platform.campaigns;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.pipeline.MessageFilter;
import java.util.List;
import java.util.Optional;

/** Tables of the messages of a campaign to take away, written by a job. */
public interface CampaignTables {
    /** What a table may be. */
    List<String> FORMATS = List.of("xlsx", "xls", "csv");

    /**
     * Starts to write; the job's result has {@code file} and {@code rows}, and the file is kept for thirty days.
     *
     * @param format one of {@link #FORMATS}
     * @param which of its messages
     * @return none where the campaign is not there, or was not confirmed
     */
    Optional<JobId> start(Who who, CampaignId campaign, String format, MessageFilter which);
}
