package io.vestnik.platform.campaigns.persistence;

import io.vestnik.platform.campaigns.domain.FrozenPreview;
import io.vestnik.platform.campaigns.domain.PreviewStore;
import io.vestnik.platform.campaigns.domain.Tally;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.promo.ActionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcPreviewStore implements PreviewStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcPreviewStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void open(FrozenPreview preview) {
        jdbc.sql("""
                INSERT INTO campaigns.preview
                  (campaign, number, account, sender, body, personal, actions, traffic_type, job, created_at, others,
                   share, test)
                VALUES (:campaign, :number, :account, :sender, :body, :personal, :actions::bigint[], :type, :job, :at,
                        :others, :share, :test)""")
                .param("campaign", preview.campaign().value())
                .param("number", preview.number())
                .param("account", preview.account().value())
                .param("sender", preview.sender())
                .param("body", preview.text())
                .param("others", preview.others().toArray(String[]::new))
                .param("share", preview.share())
                .param("test", preview.test())
                .param("personal", preview.personal())
                .param(
                        "actions",
                        preview.actions().stream().map(ActionId::value).toArray(Long[]::new))
                .param("type", preview.type().code())
                .param("job", preview.job().value())
                .param("at", JdbcCampaignStore.time(preview.createdAt()))
                .update();
    }

    @Override
    public Optional<FrozenPreview> find(AccountId account, CampaignId campaign, int number) {
        return jdbc.sql("""
                SELECT * FROM campaigns.preview
                 WHERE campaign = :campaign AND number = :number AND account = :account""")
                .param("campaign", campaign.value())
                .param("number", number)
                .param("account", account.value())
                .query(this::preview)
                .optional();
    }

    private FrozenPreview preview(ResultSet row, int number) throws SQLException {
        String tally = row.getString("tally");
        return new FrozenPreview(
                new CampaignId(row.getLong("campaign")),
                row.getInt("number"),
                new AccountId(row.getLong("account")),
                row.getString("sender"),
                row.getString("body"),
                row.getBoolean("personal"),
                Stream.of((Long[]) row.getArray("actions").getArray())
                        .map(ActionId::new)
                        .toList(),
                TrafficType.ofCode(row.getString("traffic_type")),
                new JobId(row.getLong("job")),
                CampaignRows.instant(row, "created_at"),
                List.of((String[]) row.getArray("others").getArray()),
                row.getInt("share"),
                row.getBoolean("test"),
                tally == null ? null : json.readValue(tally, Tally.class));
    }

    @Override
    public void close(AccountId account, CampaignId campaign, int number, Tally tally, Instant at) {
        jdbc.sql("""
                UPDATE campaigns.preview SET tally = :tally::jsonb, ready_at = :at
                 WHERE campaign = :campaign AND number = :number AND account = :account""")
                .param("tally", json.writeValueAsString(tally))
                .param("at", JdbcCampaignStore.time(at))
                .param("campaign", campaign.value())
                .param("number", number)
                .param("account", account.value())
                .update();
    }

    @Override
    public void deleteBefore(AccountId account, CampaignId campaign, int number) {
        jdbc.sql("""
                DELETE FROM campaigns.preview
                 WHERE campaign = :campaign AND number < :number AND account = :account""")
                .param("campaign", campaign.value())
                .param("number", number)
                .param("account", account.value())
                .update();
    }
}
