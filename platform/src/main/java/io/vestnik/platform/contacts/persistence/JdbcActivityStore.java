package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.domain.ActivityStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("the path of messages tells what came of those of all accounts, each change names its own")
class JdbcActivityStore implements ActivityStore {
    private final JdbcClient jdbc;

    JdbcActivityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(List<Change> changes) {
        // In one pass: most changes concern people of whom something is known already.
        jdbc.sql("""
                MERGE INTO contacts.activity a
                USING unnest(:accounts::bigint[], :phones::text[], :resets::boolean[], :undelivered::integer[],
                             :delivered::date[], :sent::date[], :clicked::date[])
                        AS n(account, phone, reset, undelivered, delivered, sent, clicked)
                   ON a.account = n.account AND a.phone = n.phone COLLATE "C"
                 WHEN MATCHED AND (n.undelivered > 0
                                   OR n.reset AND a.undelivered_streak > 0
                                   OR n.delivered IS NOT NULL AND a.first_delivered IS NULL
                                   OR n.sent > coalesce(a.last_sent_day, '-infinity')
                                   OR n.clicked > coalesce(a.last_click, '-infinity')) THEN
                   UPDATE SET undelivered_streak = CASE WHEN n.reset THEN 0 ELSE a.undelivered_streak END + n.undelivered,
                              first_delivered = coalesce(a.first_delivered, n.delivered),
                              last_sent_day = greatest(a.last_sent_day, n.sent),
                              last_click = greatest(a.last_click, n.clicked)
                 WHEN NOT MATCHED AND EXISTS (SELECT FROM contacts.contact c
                                               WHERE c.account = n.account AND c.phone = n.phone COLLATE "C") THEN
                   INSERT (account, phone, undelivered_streak, first_delivered, last_sent_day, last_click)
                   VALUES (n.account, n.phone, n.undelivered, n.delivered, n.sent, n.clicked)""")
                .param(
                        "accounts",
                        changes.stream().map(it -> it.account().value()).toArray(Long[]::new))
                .param("phones", ContactColumns.texts(changes, Change::phone))
                .param("resets", changes.stream().map(Change::reset).toArray(Boolean[]::new))
                .param("undelivered", changes.stream().map(Change::undelivered).toArray(Integer[]::new))
                .param("delivered", ContactColumns.texts(changes, it -> Objects.toString(it.delivered(), null)))
                .param("sent", ContactColumns.texts(changes, it -> Objects.toString(it.sent(), null)))
                .param("clicked", ContactColumns.texts(changes, it -> Objects.toString(it.clicked(), null)))
                .update();
    }
}
