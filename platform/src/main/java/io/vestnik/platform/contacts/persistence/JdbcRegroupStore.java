package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.RegroupStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRegroupStore implements RegroupStore {
    private final JdbcClient jdbc;

    JdbcRegroupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> phones(AccountId account, Collection<ContactId> ids) {
        return jdbc.sql("""
            SELECT phone FROM contacts.contact
             WHERE account = :account AND id = ANY(:ids) ORDER BY phone FOR KEY SHARE\
            """)
                .param("account", account.value())
                .param("ids", ids.stream().map(ContactId::value).toArray(Long[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public long remember(AccountId account, Done done, Instant now) {
        return jdbc.sql("""
            INSERT INTO contacts.regrouping (account, made_at, joined_group, joined, left_group, left_by, before)
            VALUES (:account, :now, :joinedGroup, :joined, :leftGroup, :left, :before)
            RETURNING id\
            """)
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("joinedGroup", id(done.joinedGroup()))
                .param("joined", done.joined().toArray(String[]::new))
                .param("leftGroup", id(done.leftGroup()))
                .param("left", done.left().toArray(String[]::new))
                .param("before", done.before())
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Done> take(AccountId account, long number) {
        return jdbc.sql("""
            DELETE FROM contacts.regrouping WHERE account = :account AND id = :id
            RETURNING joined_group, joined, left_group, left_by, before\
            """)
                .param("account", account.value())
                .param("id", number)
                .query((row, _) -> new Done(
                        group(row, "joined_group"),
                        texts(row, "joined"),
                        group(row, "left_group"),
                        texts(row, "left_by"),
                        row.getLong("before")))
                .optional();
    }

    @Override
    @AcrossAccounts("nobody asks: what was done an hour ago is not undone any more")
    public int forget(Instant before, int most) {
        return jdbc.sql("""
            DELETE FROM contacts.regrouping r
             USING (SELECT account, id FROM contacts.regrouping WHERE made_at < :before LIMIT :most) old
             WHERE r.account = old.account AND r.id = old.id\
            """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    private static @Nullable Long id(@Nullable GroupId group) {
        return group == null ? null : group.value();
    }

    private static @Nullable GroupId group(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : new GroupId(id);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
