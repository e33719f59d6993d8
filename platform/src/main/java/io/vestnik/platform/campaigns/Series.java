package io.vestnik.platform.campaigns;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.util.List;

/** Campaigns that follow one another: the same people, another text, some days later. */
public interface Series {
    /** Campaigns of one series. */
    int MOST = 50;

    /** The campaign's series from the first on; itself alone where it is in none; empty when it is not there. */
    List<Campaign> of(AccountId account, CampaignId campaign);

    /**
     * Begins the next of the campaign's series: for the people of the last, as long after it as that came after the one before, or after
     * now where that is over.
     */
    Answer follow(Who who, CampaignId campaign);

    /** What came of asking for the next one. */
    sealed interface Answer {
        /** A draft to be written. */
        record Made(CampaignId draft) implements Answer {}

        /** There are {@link #MOST} already. */
        record TooMany() implements Answer {}

        record NotFound() implements Answer {}
    }
}
