package io.vestnik.platform.smsc.persistence;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.smsc.domain.GroupNumbers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGroupNumbers implements GroupNumbers {
    private final JdbcClient jdbc;

    JdbcGroupNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<GroupId, Long> all(AccountId account) {
        Map<GroupId, Long> numbers = new HashMap<>();
        jdbc.sql("SELECT contact_group, number FROM smsc.group_number WHERE account = :account")
                .param("account", account.value())
                .query(row -> {
                    numbers.put(new GroupId(row.getLong("contact_group")), row.getLong("number"));
                });
        return numbers;
    }

    @Override
    public Optional<GroupId> holder(AccountId account, long number) {
        return jdbc.sql("SELECT contact_group FROM smsc.group_number WHERE account = :account AND number = :number")
                .param("account", account.value())
                .param("number", number)
                .query(Long.class)
                .optional()
                .map(GroupId::new);
    }

    /** The number decides: two requests at once for one number give it to one of them. */
    @Override
    public boolean give(AccountId account, GroupId group, long number) {
        return jdbc.sql("""
                        WITH gone AS (
                          DELETE FROM smsc.group_number
                           WHERE account = :account AND contact_group = :group AND number <> :number)
                        INSERT INTO smsc.group_number AS g (account, number, contact_group)
                        VALUES (:account, :number, :group)
                        ON CONFLICT (account, number) DO UPDATE SET contact_group = excluded.contact_group
                         WHERE g.contact_group = excluded.contact_group""")
                        .param("account", account.value())
                        .param("group", group.value())
                        .param("number", number)
                        .update()
                == 1;
    }

    @Override
    public void forget(AccountId account, GroupId group) {
        jdbc.sql("DELETE FROM smsc.group_number WHERE account = :account AND contact_group = :group")
                .param("account", account.value())
                .param("group", group.value())
                .update();
    }
}
