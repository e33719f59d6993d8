package io.vestnik.platform.campaigns.persistence;

import io.vestnik.platform.campaigns.Labels;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLabels implements Labels {
    private final JdbcClient jdbc;

    JdbcLabels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<CampaignId, Label> labels(AccountId account, Collection<CampaignId> campaigns) {
        Map<CampaignId, Label> labels = new HashMap<>();
        jdbc.sql("""
                SELECT id, name, tags, author FROM campaigns.campaign
                 WHERE account = :account AND id = ANY(:campaigns::bigint[])""")
                .param("account", account.value())
                .param("campaigns", campaigns.stream().map(CampaignId::value).toArray(Long[]::new))
                .query(row -> {
                    CampaignId id = new CampaignId(row.getLong("id"));
                    long author = row.getLong("author");
                    List<String> tags = List.of((String[]) row.getArray("tags").getArray());
                    labels.put(id, new Label(id, row.getString("name"), tags, author == 0 ? null : new UserId(author)));
                });
        return labels;
    }
}
