package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.domain.FactStore;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.FactCursors;
import io.vestnik.platform.store.InKeyOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("subscribers read the facts of all, each fact names its account")
class JdbcFactStore implements FactStore {
    private final JdbcClient jdbc;

    JdbcFactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Placed> after(FactCursors.Position position, int limit) {
        // Rows of transactions that still run may come with lower numbers: nothing at or above the oldest is read.
        // By the columns, not by what is answered under their names: only those are in the order of the index.
        return InKeyOrder.read(
                jdbc,
                () -> jdbc.sql("""
                        SELECT xid::text::bigint AS xid, seq, at, message, account, campaign, way, sender, mcc_mnc,
                               from_state, to_state, error, parts, price, charged, recipient, reference, callback, registered, mark
                          FROM pipeline.message_event f
                         WHERE (f.xid, f.seq) > (:xid::text::xid8, :seq)
                           AND f.xid < pg_snapshot_xmin(pg_current_snapshot())
                         ORDER BY f.xid, f.seq LIMIT :limit""")
                        .param("xid", Long.toString(position.xid()))
                        .param("seq", position.seq())
                        .param("limit", limit)
                        .query((row, _) ->
                                new Placed(new FactCursors.Position(row.getLong("xid"), row.getLong("seq")), fact(row)))
                        .list());
    }

    static Feedback feedback(ResultSet row) throws SQLException {
        String reference = row.getString("reference");
        String callback = row.getString("callback");
        int registered = Registered.flags(row.getInt("registered"));
        return callback == null && registered == 0
                ? Feedback.reference(reference)
                : new Feedback(reference, callback, registered);
    }

    static MessageFact fact(ResultSet row) throws SQLException {
        long campaign = row.getLong("campaign");
        int from = row.getInt("from_state");
        int mark = row.getInt("mark");
        return new MessageFact(
                new MessageId(row.getLong("message")),
                new AccountId(row.getLong("account")),
                campaign == 0 ? null : new CampaignId(campaign),
                Way.ofNumber(row.getInt("way")),
                row.getString("sender"),
                row.getString("recipient"),
                row.getString("mcc_mnc"),
                from == 0 ? null : MessageState.ofNumber(from),
                MessageState.ofNumber(row.getInt("to_state")),
                row.getString("error"),
                row.getInt("parts"),
                Money.of(row.getBigDecimal("price")),
                Money.of(row.getBigDecimal("charged")),
                feedback(row),
                Times.instant(row, "at"),
                mark == 0 ? null : MessageMark.ofNumber(mark),
                Registered.kind(row.getInt("registered")));
    }
}
