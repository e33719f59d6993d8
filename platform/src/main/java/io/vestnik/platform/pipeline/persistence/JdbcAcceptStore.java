package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.domain.AcceptStore;
import io.vestnik.platform.pipeline.domain.Admitted;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.tariffs.Tariffs;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAcceptStore implements AcceptStore {
    private final JdbcClient jdbc;

    JdbcAcceptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts("each message carries the account that offered it")
    public void insert(Admitted messages, long holdTransaction, Instant now) {
        // The rows come once from the arrays and go to three tables; what was not paid is not among them.
        jdbc.sql("""
                WITH n AS MATERIALIZED (
                  SELECT * FROM unnest(
                    :id::bigint[], :account::bigint[], :user::bigint[], :way::smallint[], :traffic::smallint[],
                    :campaign::bigint[], :sender::text[], :recipient::text[], :body::text[], :body_id::bigint[],
                    :parts::smallint[], :encoding::smallint[], :mcc_mnc::text[], :region::text[],
                    :price::bigint[], :quote::bigint[], :reference::text[], :callback::text[], :registered::smallint[], :valid_until::bigint[], :lane::integer[],
                    :due::bigint[])
                  AS n(id, account, user_id, way, traffic, campaign, sender, recipient, body, body_id,
                       parts, encoding, mcc_mnc, region, price, quote, reference, callback, registered, valid_until, lane, due)),
                m AS (
                  INSERT INTO pipeline.message (id, account, user_id, way, traffic, campaign, sender, recipient, body,
                         body_id, parts, encoding, mcc_mnc, region, price, quote, hold_tx, reference, callback, registered, valid_until,
                         created_at, state)
                  SELECT id, account, user_id, way, traffic, campaign, sender, recipient, body,
                         body_id, parts, encoding, mcc_mnc, region, price / 10000.0, quote, :hold, reference, callback, registered,
                         to_timestamp(valid_until / 1000.0), :now, CASE WHEN due IS NULL THEN :queued ELSE :scheduled END
                    FROM n),
                q AS (
                  INSERT INTO pipeline.queue (lane, id) SELECT lane, id FROM n WHERE due IS NULL),
                w AS (
                  INSERT INTO pipeline.waiting (due_at, message, lane, tries)
                  SELECT to_timestamp(due / 1000.0), id, lane, 0 FROM n WHERE due IS NOT NULL)
                INSERT INTO pipeline.message_event (at, message, account, campaign, way, sender, mcc_mnc,
                       to_state, parts, price, charged, recipient, reference, callback, registered)
                SELECT :now, id, account, campaign, way, sender, mcc_mnc,
                       CASE WHEN due IS NULL THEN :queued ELSE :scheduled END, parts, price / 10000.0, 0,
                       recipient, reference, callback, registered FROM n""")
                .params(new PricedColumns(messages.messages()).all())
                .param("hold", holdTransaction)
                .param("now", Times.sql(now))
                .param("queued", MessageState.QUEUED.number())
                .param("scheduled", MessageState.SCHEDULED.number())
                .update();
    }

    @Override
    public long quoteId(Tariffs.Quote quote) {
        List<Tariffs.Level> levels = quote.levels();
        Boolean[] onSent =
                levels.stream().map(l -> l.charge() == Tariffs.Charge.ON_SENT).toArray(Boolean[]::new);
        return jdbc.sql("""
                        INSERT INTO pipeline.quote (payers, payees, per_part, on_sent, lines, own_on_sent)
                        VALUES (:payers::bigint[], :payees::bigint[], :prices::numeric(19,4)[], :on_sent::boolean[],
                                :lines::bigint[], :own)
                        ON CONFLICT (payers, payees, per_part, on_sent, lines)
                        DO UPDATE SET own_on_sent = excluded.own_on_sent RETURNING id""")
                .param(
                        "payers",
                        levels.stream().mapToLong(l -> l.payer().value()).toArray())
                .param(
                        "payees",
                        levels.stream().mapToLong(l -> l.payee().value()).toArray())
                .param(
                        "prices",
                        levels.stream().map(l -> l.perPart().toString()).toArray(String[]::new))
                .param("on_sent", onSent)
                .param("lines", levels.stream().mapToLong(Tariffs.Level::line).toArray())
                .param("own", onSent[0])
                .query(Long.class)
                .single();
    }

    @Override
    @AcrossAccounts("prices carry nobody's data")
    public Tariffs.Quote quote(long id) {
        return jdbc.sql("SELECT payers, payees, per_part, on_sent, lines FROM pipeline.quote WHERE id = :id")
                .param("id", id)
                .query((row, _) -> quote(row))
                .single();
    }

    private static Tariffs.Quote quote(ResultSet row) throws SQLException {
        Long[] payers = (Long[]) array(row, "payers");
        Long[] payees = (Long[]) array(row, "payees");
        BigDecimal[] prices = (BigDecimal[]) array(row, "per_part");
        Boolean[] onSent = (Boolean[]) array(row, "on_sent");
        Long[] lines = (Long[]) array(row, "lines");
        List<Tariffs.Level> levels = new ArrayList<>(payers.length);
        for (int i = 0; i < payers.length; i++) {
            levels.add(new Tariffs.Level(
                    new AccountId(payers[i]),
                    new AccountId(payees[i]),
                    Money.of(prices[i]),
                    onSent[i] ? Tariffs.Charge.ON_SENT : Tariffs.Charge.ON_DELIVERED,
                    lines[i]));
        }
        return new Tariffs.Quote(levels);
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }

    @Override
    @AcrossAccounts("the text of a chunk lies under the chunk's own campaign")
    public long bodyId(CampaignId campaign, String text) {
        return jdbc.sql("""
                        INSERT INTO pipeline.body (campaign, hash, text) VALUES (:campaign, :hash, :text)
                        ON CONFLICT (campaign, hash) DO UPDATE SET used_at = now() RETURNING id""")
                .param("campaign", campaign.value())
                .param("hash", sha256(text))
                .param("text", text)
                .query(Long.class)
                .single();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    @AcrossAccounts("the node asks for ids that it has just made")
    public Set<Long> stored(List<Long> ids) {
        return jdbc.sql("""
                        SELECT id FROM pipeline.message
                         WHERE id = ANY(:ids::bigint[]) AND id BETWEEN :lowest AND :highest""")
                .params(Range.of(ids))
                .query((row, _) -> row.getLong(1))
                .set();
    }

    @Override
    public List<Acceptance.Accepted> accepted(AccountId account, List<MessageId> ids) {
        return jdbc.sql("""
                        SELECT id, parts, price FROM pipeline.message
                         WHERE account = :account AND id = ANY(:ids::bigint[]) AND id BETWEEN :lowest AND :highest""")
                .params(Range.of(ids.stream().map(MessageId::value).toList()))
                .param("account", account.value())
                .query((row, _) -> new Acceptance.Accepted(
                        new MessageId(row.getLong(1)), row.getInt(2), Money.of(row.getBigDecimal(3))))
                .list();
    }

    @Override
    @AcrossAccounts("ids are made for all")
    public long highestId() {
        return jdbc.sql("SELECT coalesce(max(id), 0) FROM pipeline.message")
                .query(Long.class)
                .single();
    }
}
