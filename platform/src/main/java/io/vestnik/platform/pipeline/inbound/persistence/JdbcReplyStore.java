package io.vestnik.platform.pipeline.inbound.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.inbound.domain.ReplyStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("each answer names the account of its rule")
class JdbcReplyStore implements ReplyStore {
    private final JdbcClient jdbc;

    JdbcReplyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(List<Reply> replies, Instant since) {
        jdbc.sql("""
                        INSERT INTO pipeline.inbound_reply AS r (rule, phone, account, message, sender, text, at, due, open)
                        SELECT rule, phone, account, message, sender, text, to_timestamp(at), to_timestamp(at), true
                          FROM unnest(:rules::bigint[], :phones::text[], :accounts::bigint[], :messages::bigint[],
                                      :senders::text[], :texts::text[], :ats::double precision[])
                            AS n(rule, phone, account, message, sender, text, at)
                         ORDER BY rule, phone
                        ON CONFLICT (rule, phone) DO UPDATE
                           SET message = excluded.message, sender = excluded.sender, text = excluded.text, at = excluded.at,
                               due = excluded.due, open = true
                         WHERE NOT r.open AND r.at <= :since""")
                .param("rules", longs(replies, Reply::rule))
                .param("phones", texts(replies, Reply::phone))
                .param("accounts", longs(replies, it -> it.account().value()))
                .param("messages", longs(replies, it -> it.message().value()))
                .param("senders", texts(replies, Reply::sender))
                .param("texts", texts(replies, Reply::text))
                .param(
                        "ats",
                        replies.stream()
                                .map(it -> it.since().toEpochMilli() / 1000.0)
                                .toArray(Double[]::new))
                .param("since", Times.sql(since))
                .update();
    }

    @Override
    public List<Reply> open(Instant now, int most) {
        return jdbc.sql("SELECT * FROM pipeline.inbound_reply WHERE open AND due <= :now ORDER BY due LIMIT :most")
                .param("now", Times.sql(now))
                .param("most", most)
                .query((row, _) -> new Reply(
                        row.getLong("rule"),
                        new AccountId(row.getLong("account")),
                        row.getString("phone"),
                        new MessageId(row.getLong("message")),
                        row.getString("sender"),
                        row.getString("text"),
                        Times.instant(row, "at")))
                .list();
    }

    @Override
    public void putOff(Collection<Reply> replies, Instant due) {
        jdbc.sql("""
                        UPDATE pipeline.inbound_reply r SET due = :due
                          FROM unnest(:rules::bigint[], :phones::text[], :messages::bigint[]) AS n(rule, phone, message)
                         WHERE r.rule = n.rule AND r.phone = n.phone AND r.message = n.message""")
                .param("rules", longs(replies, Reply::rule))
                .param("phones", texts(replies, Reply::phone))
                .param("messages", longs(replies, it -> it.message().value()))
                .param("due", Times.sql(due))
                .update();
    }

    @Override
    public void close(Collection<Reply> replies) {
        jdbc.sql("""
                        UPDATE pipeline.inbound_reply r SET open = false, text = ''
                          FROM unnest(:rules::bigint[], :phones::text[], :messages::bigint[]) AS n(rule, phone, message)
                         WHERE r.rule = n.rule AND r.phone = n.phone AND r.message = n.message""")
                .param("rules", longs(replies, Reply::rule))
                .param("phones", texts(replies, Reply::phone))
                .param("messages", longs(replies, it -> it.message().value()))
                .update();
    }

    @Override
    public int forget(Instant before, int most) {
        return jdbc.sql("""
                        DELETE FROM pipeline.inbound_reply r
                         USING (SELECT rule, phone FROM pipeline.inbound_reply WHERE NOT open AND at < :before
                                 ORDER BY at LIMIT :most) old
                         WHERE r.rule = old.rule AND r.phone = old.phone""")
                .param("before", Times.sql(before))
                .param("most", most)
                .update();
    }

    private static Long[] longs(Collection<Reply> all, Function<Reply, Long> value) {
        return all.stream().map(value).toArray(Long[]::new);
    }

    private static String[] texts(Collection<Reply> all, Function<Reply, String> value) {
        return all.stream().map(value).toArray(String[]::new);
    }
}
