package io.vestnik.platform.smsc.persistence;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.smsc.domain.EventNotice;
import io.vestnik.platform.smsc.domain.EventNoticeStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEventNoticeStore implements EventNoticeStore {
    private final JdbcClient jdbc;

    JdbcEventNoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<EventNotice> list(AccountId account) {
        return jdbc.sql("""
                        SELECT id, name, contact_group, failure, recovery, version
                          FROM smsc.event_notice WHERE account = :account
                         ORDER BY name COLLATE "ru-RU-x-icu", id""")
                .param("account", account.value())
                .query(JdbcEventNoticeStore::notice)
                .list();
    }

    @Override
    public Optional<EventNotice> find(AccountId account, long id) {
        return jdbc.sql("""
                        SELECT id, name, contact_group, failure, recovery, version
                          FROM smsc.event_notice WHERE account = :account AND id = :id""")
                .param("account", account.value())
                .param("id", id)
                .query(JdbcEventNoticeStore::notice)
                .optional();
    }

    private static EventNotice notice(ResultSet row, int number) throws SQLException {
        return new EventNotice(
                row.getLong("id"),
                row.getString("name"),
                new GroupId(row.getLong("contact_group")),
                row.getString("failure"),
                row.getString("recovery"),
                row.getInt("version"));
    }

    @Override
    public Optional<Long> add(AccountId account, EventNotice notice, int most) {
        return jdbc.sql("""
                        INSERT INTO smsc.event_notice (account, name, contact_group, failure, recovery)
                        SELECT :account, :name, :group, :failure, :recovery
                         WHERE (SELECT count(*) FROM smsc.event_notice WHERE account = :account) < :most
                        RETURNING id""")
                .param("account", account.value())
                .param("name", notice.name())
                .param("group", notice.group().value())
                .param("failure", notice.failure())
                .param("recovery", notice.recovery())
                .param("most", most)
                .query(Long.class)
                .optional();
    }

    @Override
    public boolean change(AccountId account, EventNotice notice) {
        return jdbc.sql("""
                        UPDATE smsc.event_notice
                           SET name = :name, contact_group = :group, failure = :failure, recovery = :recovery,
                               version = version + 1
                         WHERE account = :account AND id = :id AND version = :version""")
                        .param("account", account.value())
                        .param("id", notice.id())
                        .param("version", notice.version())
                        .param("name", notice.name())
                        .param("group", notice.group().value())
                        .param("failure", notice.failure())
                        .param("recovery", notice.recovery())
                        .update()
                == 1;
    }

    @Override
    public boolean remove(AccountId account, long id) {
        return jdbc.sql("DELETE FROM smsc.event_notice WHERE account = :account AND id = :id")
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }
}
