package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.time.Instant;
import java.util.Optional;

/** Previews of campaigns: what was frozen and what it came to. */
public interface PreviewStore {
    void open(FrozenPreview preview);

    Optional<FrozenPreview> find(AccountId account, CampaignId campaign, int number);

    void close(AccountId account, CampaignId campaign, int number, Tally tally, Instant at);

    /** Deletes the previews before this one; their recipients are deleted apart. */
    void deleteBefore(AccountId account, CampaignId campaign, int number);
}
