package io.vestnik.platform.api;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.Trials;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.util.List;
import java.util.Optional;

/** Two texts of campaign 12, the second ahead; only it can be chosen. */
final class OneTrial implements Trials {
    @Override
    public Optional<Report> report(AccountId account, CampaignId campaign) {
        List<Score> scores = List.of(new Score(100, 90, 5), new Score(100, 91, 9));
        return campaign.equals(FakeDoors.OneCampaign.ID)
                ? Optional.of(new Report(Trial.Goal.CLICKS, scores, 1, 0.75, Standing.AHEAD, FakeDoors.NOW, null, ""))
                : Optional.empty();
    }

    @Override
    public boolean choose(Who who, CampaignId campaign, int text) {
        return text == 1;
    }
}
