package io.vestnik.platform.campaigns.persistence;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Sheet;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.campaigns.domain.Tally;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCampaignStore implements CampaignStore {
    /** Stands among the writers for any program. */
    static final long PROGRAM = 0;

    private final JdbcClient jdbc;
    private final CampaignListings listings;

    JdbcCampaignStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.listings = new CampaignListings(jdbc);
    }

    @Override
    public CampaignId insert(AccountId account, @Nullable UserId author, Draft draft, Instant at) {
        return inserted(account, author, draft, null, at).orElseThrow();
    }

    @Override
    public Optional<CampaignId> begin(
            AccountId account, @Nullable UserId author, Draft draft, Sheet sheet, Instant at) {
        return inserted(account, author, draft, sheet, at);
    }

    private Optional<CampaignId> inserted(
            AccountId account, @Nullable UserId author, Draft draft, @Nullable Sheet sheet, Instant at) {
        return jdbc.sql("""
            INSERT INTO campaigns.campaign (account, author, writers, state, name, sender, body, audience_groups,
                                            audience_phones, audience_minus, validity_seconds, timing, short_links,
                                            reserve_sender, tags, trial, begun_on, sheet, sheet_step, created_at, changed_at)
            VALUES (:account, :author, ARRAY[:writer::bigint], :state, :name, :sender, :body, :groups, :phones, :minus, :validity,
                    :timing::jsonb, :shortLinks, :reserve, :tags, :trial::jsonb, :sheet::uuid, :sheet::uuid, :step, :at, :at)
            ON CONFLICT (account, begun_on) WHERE begun_on IS NOT NULL DO NOTHING
            RETURNING id\
            """)
                .param("account", account.value())
                .param("author", author == null ? null : author.value())
                .param("writer", writer(author))
                .param("state", CampaignState.DRAFT.number())
                .params(CampaignRows.written(draft))
                .param("sheet", sheet == null ? null : sheet.key())
                .param("step", sheet == null ? null : sheet.step())
                .param("at", time(at))
                .query((row, _) -> new CampaignId(row.getLong(1)))
                .optional();
    }

    @Override
    public Optional<CampaignId> begunOn(AccountId account, Sheet sheet) {
        return jdbc.sql("SELECT id FROM campaigns.campaign WHERE account = :account AND begun_on = :sheet")
                .param("account", account.value())
                .param("sheet", sheet.key())
                .query((row, _) -> new CampaignId(row.getLong(1)))
                .optional();
    }

    @Override
    public Optional<Integer> lastStep(AccountId account, CampaignId id, Sheet sheet) {
        return update(account, id, """
            SELECT sheet_step FROM campaigns.campaign WHERE id = :id AND account = :account AND sheet = :sheet\
            """)
                .param("sheet", sheet.key())
                .query(Integer.class)
                .optional();
    }

    @Override
    public void stepped(AccountId account, CampaignId id, Sheet sheet) {
        update(account, id, """
            UPDATE campaigns.campaign SET sheet_step = :step
             WHERE id = :id AND account = :account AND sheet = :sheet AND sheet_step < :step\
            """)
                .param("sheet", sheet.key())
                .param("step", sheet.step())
                .update();
    }

    private static long writer(@Nullable UserId by) {
        return by == null ? PROGRAM : by.value();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    @Override
    public Optional<StoredCampaign> find(AccountId account, CampaignId id) {
        return one("SELECT * FROM campaigns.campaign WHERE id = :id AND account = :account", account, id);
    }

    @Override
    public Optional<StoredCampaign> lock(AccountId account, CampaignId id) {
        return one("SELECT * FROM campaigns.campaign WHERE id = :id AND account = :account FOR UPDATE", account, id);
    }

    private Optional<StoredCampaign> one(String sql, AccountId account, CampaignId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("account", account.value())
                .query(CampaignRows::campaign)
                .optional();
    }

    @Override
    public Slice<StoredCampaign> list(AccountId account, Listing listing, @Nullable String cursor, int limit) {
        return listings.list(account, listing, cursor, limit);
    }

    @Override
    public Sum sum(AccountId account, Listing listing) {
        return listings.sum(account, listing);
    }

    @Override
    public List<StoredCampaign> unpaid(AccountId account, Collection<CampaignId> ids) {
        return listings.unpaid(account, ids);
    }

    @Override
    public Map<CampaignId, Money> owed(AccountId account, Collection<CampaignId> upTo) {
        return listings.owed(account, upTo);
    }

    @Override
    public Map<CampaignState, Long> census(AccountId account) {
        Map<CampaignState, Long> census = new EnumMap<>(CampaignState.class);
        jdbc.sql("SELECT state, count(*) FROM campaigns.campaign WHERE account = :account GROUP BY state")
                .param("account", account.value())
                .query(row -> {
                    census.put(CampaignState.ofNumber(row.getInt(1)), row.getLong(2));
                });
        return census;
    }

    @Override
    public void redraft(AccountId account, CampaignId id, Draft draft, @Nullable Sheet sheet, Instant at) {
        update(account, id, """
            UPDATE campaigns.campaign
               SET name = :name, sender = :sender, body = :body, audience_groups = :groups,
                   audience_phones = :phones, audience_minus = :minus, validity_seconds = :validity, timing = :timing::jsonb,
                   short_links = :shortLinks, reserve_sender = :reserve, tags = :tags, trial = :trial::jsonb, state = :state,
                   version = version + 1, sheet = :sheet::uuid, sheet_step = :step, trouble = NULL, when_paid = false,
                   changed_at = :at
             WHERE id = :id AND account = :account\
            """)
                .params(CampaignRows.written(draft))
                .param("sheet", sheet == null ? null : sheet.key())
                .param("step", sheet == null ? null : sheet.step())
                .param("state", CampaignState.DRAFT.number())
                .param("at", time(at))
                .update();
    }

    @Override
    public void wrote(AccountId account, CampaignId id, @Nullable UserId by) {
        update(account, id, """
            UPDATE campaigns.campaign SET writers = writers || :writer::bigint
             WHERE id = :id AND account = :account AND NOT :writer::bigint = ANY (writers)\
            """).param("writer", writer(by)).update();
    }

    private JdbcClient.StatementSpec update(AccountId account, CampaignId id, String sql) {
        return jdbc.sql(sql).param("id", id.value()).param("account", account.value());
    }

    @Override
    public void beginPreview(AccountId account, CampaignId id, Instant at) {
        update(account, id, """
            UPDATE campaigns.campaign
               SET state = :state, preview = preview + 1, recipients = 0, cost = 0, trouble = NULL, changed_at = :at
             WHERE id = :id AND account = :account\
            """)
                .param("state", CampaignState.PREVIEWING.number())
                .param("at", time(at))
                .update();
    }

    @Override
    public boolean endPreview(AccountId account, CampaignId id, int preview, Tally tally) {
        return update(account, id, """
            UPDATE campaigns.campaign SET state = :ready, recipients = :recipients, cost = :cost
             WHERE id = :id AND account = :account AND preview = :preview AND state = :making\
            """)
                        .param("ready", CampaignState.PREVIEWED.number())
                        .param("recipients", tally.recipients())
                        .param("cost", tally.cost().toDecimal())
                        .param("preview", preview)
                        .param("making", CampaignState.PREVIEWING.number())
                        .update()
                == 1;
    }

    @Override
    public void abandonPreview(AccountId account, CampaignId id, int preview, String trouble) {
        update(account, id, """
            UPDATE campaigns.campaign SET state = :draft, trouble = :trouble
             WHERE id = :id AND account = :account AND preview = :preview AND state = :making\
            """)
                .param("draft", CampaignState.DRAFT.number())
                .param("trouble", trouble)
                .param("preview", preview)
                .param("making", CampaignState.PREVIEWING.number())
                .update();
    }

    @Override
    public void delete(AccountId account, CampaignId id) {
        update(account, id, "DELETE FROM campaigns.campaign WHERE id = :id AND account = :account")
                .update();
    }

    @Override
    public void start(AccountId account, CampaignId id, CampaignState state, StoredCampaign.Expansion expansion) {
        UserId by = expansion.confirmedBy();
        update(account, id, """
            UPDATE campaigns.campaign
               SET state = :state, hold = :hold, confirmed_by = :by, confirmed_at = :at, valid_until = :until
             WHERE id = :id AND account = :account\
            """)
                .param("state", state.number())
                .param("hold", expansion.hold())
                .param("by", by == null ? null : by.value())
                .param("at", time(expansion.confirmedAt()))
                .param("until", time(expansion.validUntil()))
                .update();
    }

    @Override
    public void setState(AccountId account, CampaignId id, CampaignState state, @Nullable String trouble, Instant at) {
        update(account, id, """
            UPDATE campaigns.campaign
               SET state = :state, trouble = :trouble, paused_at = CASE WHEN :paused THEN :at::timestamptz END
             WHERE id = :id AND account = :account\
            """)
                .param("paused", state == CampaignState.PAUSED)
                .param("at", time(at))
                .param("state", state.number())
                .param("trouble", trouble)
                .update();
    }

    @Override
    public void await(AccountId account, CampaignId id, boolean byItself) {
        update(account, id, """
            UPDATE campaigns.campaign SET state = :state, when_paid = :itself WHERE id = :id AND account = :account\
            """)
                .param("state", CampaignState.AWAITING_PAYMENT.number())
                .param("itself", byItself)
                .update();
    }

    @Override
    public boolean goesWhenPaid(AccountId account, CampaignId id) {
        return update(account, id, "SELECT when_paid FROM campaigns.campaign WHERE id = :id AND account = :account")
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    public void setTiming(AccountId account, CampaignId id, Timing timing) {
        update(account, id, """
            UPDATE campaigns.campaign SET timing = :timing::jsonb WHERE id = :id AND account = :account\
            """).param("timing", TimingText.write(timing)).update();
    }

    @Override
    public void expandBy(AccountId account, CampaignId id, JobId job) {
        update(account, id, "UPDATE campaigns.campaign SET job = :job WHERE id = :id AND account = :account")
                .param("job", job.value())
                .update();
    }

    @Override
    public void hold(AccountId account, CampaignId id, boolean held) {
        update(account, id, "UPDATE campaigns.campaign SET held = :held WHERE id = :id AND account = :account")
                .param("held", held)
                .update();
    }

    @Override
    public void due(AccountId account, CampaignId id, @Nullable Instant next) {
        update(account, id, """
            UPDATE campaigns.campaign SET next_at = :next::timestamptz WHERE id = :id AND account = :account\
            """).param("next", next == null ? null : time(next)).update();
    }

    @Override
    public void prolong(AccountId account, CampaignId id, Duration pause) {
        update(account, id, """
            UPDATE campaigns.campaign SET valid_until = valid_until + make_interval(secs => :seconds)
             WHERE id = :id AND account = :account\
            """).param("seconds", pause.toSeconds()).update();
    }

    @Override
    public void leaveToPeople(AccountId account, CampaignId id) {
        update(account, id, "UPDATE campaigns.campaign SET when_paid = false WHERE id = :id AND account = :account")
                .update();
    }

    @Override
    public void advance(AccountId account, CampaignId id, String through, int enqueued, Instant at) {
        update(account, id, """
            UPDATE campaigns.campaign
               SET through = :through, queued_through = :through, enqueued = enqueued + :enqueued, queued_at = :at
             WHERE id = :id AND account = :account\
            """)
                .param("through", through)
                .param("enqueued", enqueued)
                .param("at", time(at))
                .update();
    }

    @Override
    public void pass(AccountId account, CampaignId id, String through) {
        update(account, id, "UPDATE campaigns.campaign SET through = :through WHERE id = :id AND account = :account")
                .param("through", through)
                .update();
    }

    @Override
    public void completeExpansion(AccountId account, CampaignId id) {
        update(account, id, "UPDATE campaigns.campaign SET expanded = true WHERE id = :id AND account = :account")
                .update();
    }
}
