package io.vestnik.platform.accounts.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.PersonalData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The journal of deeds names no whole phone; what somebody wrote into a name may. */
@Repository
class AuditAboutPeople implements PersonalData {
    private static final int CHUNK = 20_000;

    private final JdbcClient jdbc;

    AuditAboutPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String place() {
        return "accounts.audit";
    }

    @Override
    public Step erase(AccountId account, People people, @Nullable String after) {
        long from = after == null ? 0 : Long.parseLong(after);
        long to = jdbc.sql("""
                        SELECT coalesce(max(id), 0) FROM (SELECT id FROM accounts.audit
                          WHERE account = :account AND id > :from ORDER BY id LIMIT :chunk) AS found""")
                .param("account", account.value())
                .param("from", from)
                .param("chunk", CHUNK)
                .query(Long.class)
                .single();
        if (to == 0) {
            return new Step(null, 0);
        }
        int rows = jdbc.sql("""
                        UPDATE accounts.audit
                           SET object = regexp_replace(object, :regex, '…', 'g'),
                               details = regexp_replace(details::text, :regex, '0', 'g')::jsonb
                         WHERE account = :account AND id > :from AND id <= :to AND (object || details::text) ~ :regex""")
                .param("account", account.value())
                .param("regex", people.regex())
                .param("from", from)
                .param("to", to)
                .update();
        return new Step(Long.toString(to), rows);
    }

    /** The journal is about those who act, not about whom they write to. */
    @Override
    public Slice<Told> tell(AccountId account, String phone, @Nullable String after, int limit) {
        return new Slice<>(List.of(), null);
    }
}
