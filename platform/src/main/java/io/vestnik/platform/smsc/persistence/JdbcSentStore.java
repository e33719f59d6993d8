package io.vestnik.platform.smsc.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.smsc.domain.SentStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSentStore implements SentStore {
    private static final int BLOCK_END = Integer.MAX_VALUE;
    private static final int NEWEST = 10;

    private final JdbcClient jdbc;

    JdbcSentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts("each message carries the account that sent it")
    public void insert(List<Sent> sent, Instant now) {
        jdbc.sql("""
                INSERT INTO smsc.sent (at, account, id, recipient, message, comment)
                SELECT :now, * FROM unnest(:accounts::bigint[], :ids::text[], :recipients::integer[], :messages::bigint[],
                                           :comments::text[])""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "accounts",
                        sent.stream().mapToLong(one -> one.account().value()).toArray())
                .param("ids", texts(sent, Sent::id))
                .param(
                        "recipients",
                        sent.stream()
                                .mapToInt(one -> one.recipient().hashCode())
                                .toArray())
                .param(
                        "messages",
                        sent.stream().mapToLong(one -> one.message().value()).toArray())
                .param("comments", texts(sent, Sent::comment))
                .update();
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        @Nullable String[] values = new String[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return values;
    }

    @Override
    public Map<Asked, List<Kept>> find(AccountId account, List<Asked> asked) {
        Map<Asked, List<Kept>> found = new HashMap<>();
        jdbc.sql("""
                SELECT a.place, s.message, s.comment
                  FROM unnest(:ids::text[], :recipients::integer[]) WITH ORDINALITY AS a(id, recipient, place)
                 CROSS JOIN LATERAL (SELECT message, comment
                                       FROM smsc.sent
                                      WHERE account = :account AND id = a.id AND recipient = a.recipient
                                      ORDER BY message DESC
                                      LIMIT :newest) s
                 ORDER BY a.place, s.message DESC""")
                .param("account", account.value())
                .param("newest", NEWEST)
                .param("ids", texts(asked, Asked::id))
                .param(
                        "recipients",
                        asked.stream()
                                .mapToInt(one -> one.recipient().hashCode())
                                .toArray())
                .query(row -> {
                    found.computeIfAbsent(asked.get(row.getInt(1) - 1), _ -> new ArrayList<>())
                            .add(new Kept(new MessageId(row.getLong(2)), row.getString(3)));
                });
        return found;
    }

    @Override
    public void forget(AccountId account, List<MessageId> messages, List<String> ids) {
        jdbc.sql("""
                DELETE FROM smsc.sent s USING unnest(:ids::text[], :messages::bigint[]) AS f(id, message)
                 WHERE s.account = :account AND s.id = f.id AND s.message = f.message""")
                .param("account", account.value())
                .param("ids", ids.toArray(String[]::new))
                .param("messages", messages.stream().mapToLong(MessageId::value).toArray())
                .update();
    }

    @Override
    public int take(AccountId account, int count) {
        return jdbc.sql("""
                        INSERT INTO smsc.counter AS c (account, next) VALUES (:account, 1 + :count)
                        ON CONFLICT (account) DO UPDATE
                           SET next = CASE WHEN c.next + :count > :end THEN 1 ELSE c.next END + :count
                        RETURNING next - :count""")
                .param("account", account.value())
                .param("count", count)
                .param("end", BLOCK_END)
                .query(Integer.class)
                .single();
    }
}
