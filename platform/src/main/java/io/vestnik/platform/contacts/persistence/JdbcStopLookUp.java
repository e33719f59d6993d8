package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.domain.StopLookUp;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStopLookUp implements StopLookUp {
    private final JdbcClient jdbc;

    JdbcStopLookUp(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Hit> hits(List<Question> questions) {
        // A million entries or one: each question is two or three looks into an index.
        return jdbc.sql("""
                        WITH q AS MATERIALIZED (
                          SELECT * FROM unnest(:places::integer[], :owners::bigint[], :phones::text[], :channels::text[],
                                               :senders::text[], :codes::boolean[], :digests::bytea[])
                            AS q(place, owner, phone, channel, sender, code, digest))
                        SELECT q.place, q.owner, (ARRAY['EVERYTHING', 'CHANNEL', 'SENDER'])[s.kind + 1] AS what
                          FROM q JOIN contacts.stop s ON s.account = q.owner AND s.phone = q.phone AND s.removal IS NULL
                         WHERE (s.kind = 0 OR s.kind = 1 AND s.value = q.channel
                                OR s.kind = 2 AND lower(s.value) = lower(q.sender))
                           AND NOT (q.code AND s.source = 4)
                        UNION ALL
                        SELECT q.place, q.owner, 'GROUP'
                          FROM q
                          JOIN contacts.group_ g ON g.account = q.owner AND g.stop
                          JOIN contacts.membership m ON m.account = g.account AND m.group_id = g.id AND m.phone = q.phone
                        UNION ALL
                        SELECT q.place, q.owner, 'ERASED'
                          FROM q JOIN contacts.erased_stop e ON e.account = q.owner AND e.digest = q.digest""")
                .param("places", questions.stream().map(Question::place).toArray(Integer[]::new))
                .param(
                        "owners",
                        questions.stream().map(it -> it.owner().value()).toArray(Long[]::new))
                .param("phones", ContactColumns.texts(questions, Question::phone))
                .param("channels", ContactColumns.texts(questions, Question::channel))
                .param("senders", ContactColumns.texts(questions, Question::sender))
                .param("codes", questions.stream().map(Question::code).toArray(Boolean[]::new))
                .param("digests", questions.stream().map(Question::digest).toArray(byte[][]::new))
                .query((row, _) -> new Hit(
                        row.getInt("place"), new AccountId(row.getLong("owner")), What.valueOf(row.getString("what"))))
                .list();
    }

    @Override
    @AcrossAccounts("each node knows which accounts stop anybody, not whom")
    public Stopping stopping() {
        Set<AccountId> accounts = new HashSet<>();
        Set<AccountId> erasing = new HashSet<>();
        jdbc.sql("SELECT account, erasing FROM contacts.stopping").query(row -> {
            AccountId account = new AccountId(row.getLong(1));
            accounts.add(account);
            if (row.getBoolean(2)) {
                erasing.add(account);
            }
        });
        return new Stopping(accounts, erasing);
    }

    @Override
    @AcrossAccounts("each node knows which accounts stop anybody, not whom")
    public long version() {
        return jdbc.sql("SELECT count(*) + count(*) FILTER (WHERE erasing) FROM contacts.stopping")
                .query(Long.class)
                .single();
    }

    @Override
    public void begin(AccountId account, boolean erasing) {
        jdbc.sql("""
                INSERT INTO contacts.stopping AS s (account, erasing) VALUES (:account, :erasing)
                ON CONFLICT (account) DO UPDATE SET erasing = true WHERE excluded.erasing AND NOT s.erasing""")
                .param("account", account.value())
                .param("erasing", erasing)
                .update();
    }
}
