package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Series;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.util.List;
import org.springframework.stereotype.Service;

/** The contract: series with what came of each campaign. */
@Service
class SeriesBook implements Series {
    private final SeriesDesk desk;
    private final CounterStore counters;

    SeriesBook(SeriesDesk desk, CounterStore counters) {
        this.desk = desk;
        this.counters = counters;
    }

    @Override
    public List<Campaign> of(AccountId account, CampaignId campaign) {
        return counters.shown(account, desk.of(account, campaign));
    }

    @Override
    public Answer follow(Who who, CampaignId campaign) {
        return desk.follow(who, campaign);
    }
}
