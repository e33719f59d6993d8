package io.vestnik.platform.campaigns.persistence;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.domain.Approval;
import io.vestnik.platform.campaigns.domain.Approval.Asked;
import io.vestnik.platform.campaigns.domain.Approval.Decision;
import io.vestnik.platform.campaigns.domain.Approval.Rule;
import io.vestnik.platform.campaigns.domain.Approval.Said;
import io.vestnik.platform.campaigns.domain.Approval.Writers;
import io.vestnik.platform.campaigns.domain.ApprovalStore;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.UserId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApprovalStore implements ApprovalStore {
    private final JdbcClient jdbc;

    JdbcApprovalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Rule rule(AccountId account) {
        return jdbc.sql("SELECT recipients, cost FROM campaigns.approval_rule WHERE account = :account")
                .param("account", account.value())
                .query((row, _) -> {
                    BigDecimal cost = row.getBigDecimal("cost");
                    return new Rule(row.getObject("recipients", Long.class), cost == null ? null : Money.of(cost));
                })
                .optional()
                .orElse(Rule.NEVER);
    }

    @Override
    public void keep(AccountId account, Rule rule) {
        jdbc.sql("""
                INSERT INTO campaigns.approval_rule (account, recipients, cost) VALUES (:account, :recipients, :cost)
                ON CONFLICT (account) DO UPDATE SET recipients = excluded.recipients, cost = excluded.cost""")
                .param("account", account.value())
                .param("recipients", rule.recipients())
                .param("cost", rule.cost() == null ? null : rule.cost().toDecimal())
                .update();
    }

    @Override
    public Writers writers(AccountId account, CampaignId campaign) {
        Set<Long> found = new HashSet<>(
                jdbc.sql("SELECT unnest(writers) FROM campaigns.campaign WHERE id = :id AND account = :account")
                        .param("id", campaign.value())
                        .param("account", account.value())
                        .query(Long.class)
                        .list());
        boolean unknown = found.remove(JdbcCampaignStore.PROGRAM);
        return new Writers(found.stream().map(UserId::new).collect(Collectors.toSet()), unknown);
    }

    @Override
    public void ask(AccountId account, CampaignId campaign, int preview, Asked asked, Said said) {
        jdbc.sql("""
                INSERT INTO campaigns.approval (campaign, preview, account, asked_by, asked_name, asked_at, recipients, cost,
                                                sender, body, groups, minus, typed, validity_seconds, timing, tags)
                VALUES (:campaign, :preview, :account, :by, :name, :at, :recipients, :cost,
                        :sender, :body, :groups, :minus, :typed, :validity, :timing::jsonb, :tags)
                ON CONFLICT (campaign, preview) DO UPDATE
                   SET asked_by = excluded.asked_by, asked_name = excluded.asked_name, asked_at = excluded.asked_at,
                       said_yes = NULL, decided_by = NULL, decided_name = NULL, decided_at = NULL, comment = ''
                 WHERE approval.account = excluded.account""")
                .param("campaign", campaign.value())
                .param("preview", preview)
                .param("account", account.value())
                .param("by", asked.by() == null ? null : asked.by().value())
                .param("name", asked.name())
                .param("at", JdbcCampaignStore.time(asked.at()))
                .param("recipients", asked.recipients())
                .param("cost", asked.cost().toDecimal())
                .param("sender", said.sender())
                .param("body", said.text())
                .param("groups", numbers(said.groups()))
                .param("minus", numbers(said.minus()))
                .param("typed", said.typed())
                .param("validity", said.timing().validity().toSeconds())
                .param("timing", TimingText.write(said.timing()))
                .param("tags", said.tags().toArray(String[]::new))
                .update();
    }

    private static Long[] numbers(List<GroupId> groups) {
        return groups.stream().map(GroupId::value).toArray(Long[]::new);
    }

    @Override
    public Optional<Approval> of(AccountId account, CampaignId campaign, int preview) {
        return jdbc.sql("""
                        SELECT * FROM campaigns.approval
                         WHERE campaign = :campaign AND preview = :preview AND account = :account""")
                .param("campaign", campaign.value())
                .param("preview", preview)
                .param("account", account.value())
                .query(JdbcApprovalStore::approval)
                .optional();
    }

    @Override
    public Optional<Approval> before(AccountId account, CampaignId campaign, int preview) {
        return jdbc.sql("""
                        SELECT * FROM campaigns.approval
                         WHERE campaign = :campaign AND preview < :preview AND account = :account
                         ORDER BY preview DESC LIMIT 1""")
                .param("campaign", campaign.value())
                .param("preview", preview)
                .param("account", account.value())
                .query(JdbcApprovalStore::approval)
                .optional();
    }

    @Override
    public List<Approval> waiting(AccountId account, int limit) {
        return jdbc.sql("""
                        SELECT a.* FROM campaigns.campaign c
                          JOIN campaigns.approval a ON a.campaign = c.id AND a.preview = c.preview
                         WHERE c.account = :account AND c.state = :state
                         ORDER BY a.asked_at LIMIT :limit""")
                .param("account", account.value())
                .param("state", CampaignState.AWAITING_APPROVAL.number())
                .param("limit", limit)
                .query(JdbcApprovalStore::approval)
                .list();
    }

    @Override
    public void decide(AccountId account, CampaignId campaign, int preview, Decision decision) {
        jdbc.sql("""
                UPDATE campaigns.approval
                   SET said_yes = :yes, decided_by = :by, decided_name = :name, decided_at = :at, comment = :comment
                 WHERE campaign = :campaign AND preview = :preview AND account = :account""")
                .param("campaign", campaign.value())
                .param("preview", preview)
                .param("account", account.value())
                .param("yes", decision.yes())
                .param("by", decision.by().value())
                .param("name", decision.name())
                .param("at", JdbcCampaignStore.time(decision.at()))
                .param("comment", decision.comment())
                .update();
    }

    private static Approval approval(ResultSet row, int number) throws SQLException {
        Long by = row.getObject("asked_by", Long.class);
        return new Approval(
                new CampaignId(row.getLong("campaign")),
                row.getInt("preview"),
                new Asked(
                        by == null ? null : new UserId(by),
                        row.getString("asked_name"),
                        CampaignRows.instant(row, "asked_at"),
                        row.getLong("recipients"),
                        Money.of(row.getBigDecimal("cost"))),
                new Said(
                        row.getString("sender"),
                        row.getString("body"),
                        groups(row, "groups"),
                        groups(row, "minus"),
                        row.getInt("typed"),
                        TimingText.read(Duration.ofSeconds(row.getLong("validity_seconds")), row.getString("timing")),
                        List.of((String[]) row.getArray("tags").getArray())),
                decision(row));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        Boolean yes = row.getObject("said_yes", Boolean.class);
        return yes == null
                ? null
                : new Decision(
                        yes,
                        new UserId(row.getLong("decided_by")),
                        row.getString("decided_name"),
                        CampaignRows.instant(row, "decided_at"),
                        row.getString("comment"));
    }

    private static List<GroupId> groups(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Long[]) row.getArray(column).getArray())
                .map(GroupId::new)
                .toList();
    }
}
