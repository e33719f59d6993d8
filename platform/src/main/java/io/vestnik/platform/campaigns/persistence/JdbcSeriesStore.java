package io.vestnik.platform.campaigns.persistence;

import io.vestnik.platform.campaigns.domain.SeriesStore;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSeriesStore implements SeriesStore {
    private final JdbcClient jdbc;

    JdbcSeriesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredCampaign> of(AccountId account, CampaignId campaign) {
        return jdbc.sql("""
                SELECT * FROM campaigns.campaign
                 WHERE account = :account
                   AND (id = :campaign OR id IN (
                         SELECT other.campaign FROM campaigns.series_part part
                           JOIN campaigns.series_part other ON other.account = part.account AND other.series = part.series
                          WHERE part.campaign = :campaign AND part.account = :account))
                 ORDER BY id""")
                .param("account", account.value())
                .param("campaign", campaign.value())
                .query(CampaignRows::campaign)
                .list();
    }

    @Override
    public void join(AccountId account, CampaignId campaign, CampaignId next) {
        jdbc.sql("""
                INSERT INTO campaigns.series_part (campaign, account, series)
                SELECT one.id, one.account,
                       coalesce((SELECT series FROM campaigns.series_part WHERE campaign = :campaign), :campaign)
                  FROM campaigns.campaign one
                 WHERE one.id IN (:campaign, :next) AND one.account = :account
                ON CONFLICT (campaign) DO NOTHING""")
                .param("account", account.value())
                .param("campaign", campaign.value())
                .param("next", next.value())
                .update();
    }
}
