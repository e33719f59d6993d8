package io.vestnik.platform.campaigns.persistence;

import io.vestnik.platform.campaigns.Trials.Score;
import io.vestnik.platform.campaigns.domain.Split;
import io.vestnik.platform.campaigns.domain.TrialStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTrialStore implements TrialStore {
    private final JdbcClient jdbc;

    JdbcTrialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(AccountId account, Split split) {
        jdbc.sql("""
                INSERT INTO campaigns.trial (campaign, account, texts, share) VALUES (:campaign, :account, :texts, :share)
                ON CONFLICT DO NOTHING""")
                .param("campaign", split.campaign().value())
                .param("account", account.value())
                .param("texts", split.texts())
                .param("share", split.share())
                .update();
    }

    @Override
    public Optional<Course> find(AccountId account, CampaignId campaign) {
        return of(account, campaign, "SELECT * FROM campaigns.trial WHERE campaign = :campaign AND account = :account")
                .query((row, _) -> {
                    OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
                    return new Course(
                            row.getInt("texts"),
                            since == null ? null : since.toInstant(),
                            row.getObject("winner", Integer.class),
                            row.getString("chosen_by"));
                })
                .optional();
    }

    private JdbcClient.StatementSpec of(AccountId account, CampaignId campaign, String sql) {
        return jdbc.sql(sql).param("campaign", campaign.value()).param("account", account.value());
    }

    @Override
    public void since(AccountId account, CampaignId campaign, Instant at) {
        of(
                        account,
                        campaign,
                        "UPDATE campaigns.trial SET since = :at WHERE campaign = :campaign AND account = :account")
                .param("at", JdbcCampaignStore.time(at))
                .update();
    }

    @Override
    public void decide(AccountId account, CampaignId campaign, int text, String by) {
        of(account, campaign, """
                        UPDATE campaigns.trial SET winner = :text, chosen_by = :by
                         WHERE campaign = :campaign AND account = :account AND winner IS NULL""").param("text", text).param("by", by).update();
    }

    @Override
    @AcrossAccounts("facts are counted for all accounts at once, each for its own campaign")
    public Map<CampaignId, Split> splits(Collection<CampaignId> campaigns) {
        return jdbc
                .sql("SELECT campaign, texts, share FROM campaigns.trial WHERE campaign = ANY(:campaigns)")
                .param("campaigns", campaigns.stream().map(CampaignId::value).toArray(Long[]::new))
                .query((row, _) -> new Split(new CampaignId(row.getLong(1)), row.getInt(2), row.getInt(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(Split::campaign, split -> split));
    }

    @Override
    @AcrossAccounts("facts are counted for all accounts at once, each for its own campaign")
    public void add(Map<Text, Score> more) {
        List<Map.Entry<Text, Score>> rows = new ArrayList<>(more.entrySet());
        rows.sort((a, b) -> {
            int byCampaign = Long.compare(
                    a.getKey().campaign().value(), b.getKey().campaign().value());
            return byCampaign != 0
                    ? byCampaign
                    : Integer.compare(a.getKey().place(), b.getKey().place());
        });
        jdbc.sql("""
                INSERT INTO campaigns.trial_score AS s (campaign, place, messages, delivered, clicked)
                SELECT * FROM unnest(:campaigns::bigint[], :places::bigint[], :messages::bigint[], :delivered::bigint[], :clicked::bigint[])
                ON CONFLICT (campaign, place) DO UPDATE
                   SET messages = s.messages + excluded.messages, delivered = s.delivered + excluded.delivered,
                       clicked = s.clicked + excluded.clicked""")
                .param("campaigns", column(rows, row -> row.getKey().campaign().value()))
                .param("places", column(rows, row -> row.getKey().place()))
                .param("messages", column(rows, row -> row.getValue().messages()))
                .param("delivered", column(rows, row -> row.getValue().delivered()))
                .param("clicked", column(rows, row -> row.getValue().clicked()))
                .update();
    }

    private static Long[] column(List<Map.Entry<Text, Score>> rows, ToLongFunction<Map.Entry<Text, Score>> value) {
        return rows.stream().map(value::applyAsLong).toArray(Long[]::new);
    }

    @Override
    public List<Score> scores(AccountId account, CampaignId campaign) {
        return of(account, campaign, """
                        SELECT coalesce(s.messages, 0), coalesce(s.delivered, 0), coalesce(s.clicked, 0)
                          FROM campaigns.trial t
                         CROSS JOIN LATERAL generate_series(0, t.texts - 1) AS n(place)
                          LEFT JOIN campaigns.trial_score s ON s.campaign = t.campaign AND s.place = n.place
                         WHERE t.campaign = :campaign AND t.account = :account ORDER BY n.place""")
                .query((row, _) -> new Score(row.getLong(1), row.getLong(2), row.getLong(3)))
                .list();
    }
}
