package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.util.List;

/** Which campaigns follow one another. */
public interface SeriesStore {
    /** Those of the campaign's series from the first on, itself among them; itself alone where it is in none. */
    List<StoredCampaign> of(AccountId account, CampaignId campaign);

    /** Makes {@code next} the last of the series of {@code campaign}, which begins one where it is in none. */
    void join(AccountId account, CampaignId campaign, CampaignId next);
}
