package io.vestnik.platform.campaigns.persistence;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.domain.AudienceLine;
import io.vestnik.platform.campaigns.domain.AudienceStore;
import io.vestnik.platform.campaigns.domain.Verdict;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Copies;
import io.vestnik.platform.store.InKeyOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAudienceStore implements AudienceStore {
    private static final String ROWS =
            "COPY campaigns.recipient (campaign, preview, phone, verdict, parts, mcc_mnc, body, wave) FROM STDIN (FORMAT binary)";
    private static final int COLUMNS = 8;
    /** How many campaigns are looked at for how often somebody was written to. */
    private static final int MOST_CAMPAIGNS = 500;
    /** In these nobody is written to but who was queued: whether a paused one goes on nobody knows. */
    private static final int[] STOPPED = {CampaignState.PAUSED.number(), CampaignState.CANCELLED.number()};

    private final JdbcClient jdbc;
    private final Copies copies;

    JdbcAudienceStore(JdbcClient jdbc, Copies copies) {
        this.jdbc = jdbc;
        this.copies = copies;
    }

    @Override
    public void add(AccountId account, CampaignId campaign, int preview, List<AudienceLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        if (!isOf(account, campaign)) {
            return;
        }
        copies.copy(ROWS, rows -> {
            for (AudienceLine line : lines) {
                rows.row(COLUMNS)
                        .bigint(campaign.value())
                        .integer(preview)
                        .text(line.phone())
                        .smallint(line.verdict().number())
                        .smallint(line.parts())
                        .text(line.mccMnc())
                        .text(line.text())
                        .smallint(line.wave());
            }
        });
    }

    private boolean isOf(AccountId account, CampaignId campaign) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM campaigns.campaign WHERE id = :campaign AND account = :account)")
                .param("campaign", campaign.value())
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<AudienceLine> toSend(
            AccountId account, CampaignId campaign, int preview, int wave, String after, int limit) {
        // That a wave has a number has to stand in the statement, or its index does not fit.
        String narrowed = wave == 0 ? "" : " AND wave = :wave AND wave > 0";
        return InKeyOrder.read(
                jdbc,
                () -> jdbc.sql("""
                SELECT phone, verdict, parts, mcc_mnc, body, wave FROM campaigns.recipient
                 WHERE campaign = (SELECT id FROM campaigns.campaign WHERE id = :campaign AND account = :account)
                   AND preview = :preview AND phone > :after AND verdict = 0""" + narrowed + " ORDER BY phone LIMIT :limit")
                        .param("wave", wave)
                        .param("campaign", campaign.value())
                        .param("account", account.value())
                        .param("preview", preview)
                        .param("after", after)
                        .param("limit", limit)
                        .query(JdbcAudienceStore::line)
                        .list());
    }

    private static AudienceLine line(ResultSet row, int number) throws SQLException {
        return new AudienceLine(
                row.getString("phone"),
                Verdict.ofNumber(row.getInt("verdict")),
                row.getInt("parts"),
                row.getString("mcc_mnc"),
                row.getString("body"),
                row.getInt("wave"));
    }

    @Override
    public Slice<AudienceLine> leftOut(
            AccountId account, CampaignId campaign, int preview, Left which, @Nullable String cursor, int limit) {
        String behind = cursor == null ? "" : " AND phone " + (which.descending() ? "<" : ">") + " :after";
        JdbcClient.StatementSpec statement = jdbc.sql(
                        """
                SELECT phone, verdict, parts, mcc_mnc, body, wave FROM campaigns.recipient
                 WHERE campaign = (SELECT id FROM campaigns.campaign WHERE id = :campaign AND account = :account)
                   AND preview = :preview AND verdict <> 0
                   AND (:reason::int IS NULL OR verdict = :reason::int) AND starts_with(phone, :start)
                """ + behind + " ORDER BY phone" + (which.descending() ? " DESC" : "") + " LIMIT :limit")
                .param("campaign", campaign.value())
                .param("account", account.value())
                .param("preview", preview)
                .param("start", which.start())
                .param("reason", which.reason() == null ? null : which.reason().number())
                .param("limit", limit + 1);
        List<AudienceLine> lines = (cursor == null ? statement : statement.param("after", cursor))
                .query(JdbcAudienceStore::line)
                .list();
        return Slice.of(lines, limit, AudienceLine::phone);
    }

    @Override
    public void leaveOut(
            AccountId account, CampaignId campaign, int preview, Collection<String> phones, Verdict verdict) {
        jdbc.sql("""
                UPDATE campaigns.recipient SET verdict = :verdict
                 WHERE campaign = (SELECT id FROM campaigns.campaign WHERE id = :campaign AND account = :account)
                   AND preview = :preview AND phone = ANY(:phones::text[])""")
                .param("campaign", campaign.value())
                .param("account", account.value())
                .param("preview", preview)
                .param("phones", phones.toArray(String[]::new))
                .param("verdict", verdict.number())
                .update();
    }

    @Override
    public Set<String> oftenWritten(
            AccountId account,
            CampaignId besides,
            Instant since,
            Instant soon,
            int messages,
            boolean queued,
            Collection<String> phones) {
        // From campaign to campaign by key: few campaigns, few phones of each.
        return Set.copyOf(jdbc.sql("""
                        SELECT r.phone
                          FROM (SELECT o.id, o.preview, o.state = ANY (:stopped) OR (:queued AND NOT o.expanded) AS stopped,
                                       o.queued_through
                                  FROM campaigns.campaign o
                                  JOIN campaigns.preview p ON p.campaign = o.id AND p.number = o.preview AND NOT p.test
                                 WHERE o.account = :account AND o.id <> :besides AND o.confirmed_at IS NOT NULL
                                   AND (o.queued_at > :since
                                        OR (NOT :queued AND NOT o.expanded AND o.state <> ALL (:stopped)
                                            AND coalesce(o.next_at, :since) < :soon))
                                 ORDER BY o.id DESC LIMIT :most) c
                         CROSS JOIN LATERAL (
                           SELECT a.phone FROM campaigns.recipient a
                             LEFT JOIN campaigns.wave w
                               ON c.stopped AND w.campaign = a.campaign AND w.number = a.wave
                            WHERE a.campaign = c.id AND a.preview = c.preview AND a.phone = ANY(:phones::text[])
                              AND a.verdict = 0
                              AND (NOT c.stopped OR a.phone <= greatest(c.queued_through, w.queued_through))
                            OFFSET 0) r
                         GROUP BY r.phone HAVING count(*) >= :messages""")
                .param("account", account.value())
                .param("besides", besides.value())
                .param("since", JdbcCampaignStore.time(since))
                .param("soon", JdbcCampaignStore.time(soon))
                .param("stopped", STOPPED)
                .param("most", MOST_CAMPAIGNS)
                .param("queued", queued)
                .param("phones", phones.toArray(String[]::new))
                .param("messages", messages)
                .query((row, _) -> row.getString(1))
                .list());
    }

    @Override
    @AcrossAccounts("a removal outlives its campaign, which was asked for in the name of its account")
    public int deleteBefore(CampaignId campaign, int preview, int limit) {
        return jdbc.sql("""
                DELETE FROM campaigns.recipient r
                 USING (SELECT preview, phone FROM campaigns.recipient
                         WHERE campaign = :campaign AND preview < :preview LIMIT :limit) AS old
                 WHERE r.campaign = :campaign AND r.preview = old.preview AND r.phone = old.phone""")
                .param("campaign", campaign.value())
                .param("preview", preview)
                .param("limit", limit)
                .update();
    }
}
