package io.vestnik.platform.pipeline.inbound.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.PersonalData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people wrote, and what is remembered so that their answers find whom they are for. */
@Repository
class InboundOfPeople implements PersonalData {
    private final JdbcClient jdbc;

    InboundOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String place() {
        return "pipeline.inbound";
    }

    @Override
    @AcrossAccounts("what is nobody's helps nobody once the person is erased, and nor do parts that are not whole yet")
    public Step erase(AccountId account, People people, @Nullable String after) {
        long rows = 0;
        for (String table : List.of(
                "inbound WHERE (account = :account OR account IS NULL)",
                "written WHERE account = :account",
                "inbound_reply WHERE account = :account")) {
            rows += jdbc.sql("DELETE FROM pipeline." + table + " AND phone = ANY(:phones)")
                    .param("account", account.value())
                    .param("phones", people.array())
                    .update();
        }
        rows += jdbc.sql("DELETE FROM pipeline.inbound_part WHERE phone = ANY(:phones)")
                .param("phones", people.array())
                .update();
        return new Step(null, rows);
    }

    @Override
    public Slice<Told> tell(AccountId account, String phone, @Nullable String after, int limit) {
        List<Long> ids = jdbc.sql("""
                        SELECT id FROM pipeline.inbound WHERE account = :account AND phone = :phone AND id < :below
                         ORDER BY id DESC LIMIT :limit""")
                .param("account", account.value())
                .param("phone", phone)
                .param("below", after == null ? Long.MAX_VALUE : Long.parseLong(after))
                .param("limit", limit)
                .query((row, _) -> row.getLong(1))
                .list();
        List<Told> told = jdbc.sql("""
                        SELECT 'inbound' AS what,
                               jsonb_build_object('id', id::text, 'from', phone, 'to', number, 'text', text, 'keyword', keyword,
                                                  'at', at)::text AS known
                          FROM pipeline.inbound WHERE id = ANY(:ids::bigint[]) AND account = :account ORDER BY id DESC""")
                .param("ids", ids.toArray(Long[]::new))
                .param("account", account.value())
                .query(Told::of)
                .list();
        return new Slice<>(told, ids.size() < limit ? null : Long.toString(ids.getLast()));
    }
}
