package io.vestnik.platform.pipeline.inbound.persistence;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
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
    /** Whom a message that is not whole yet will be given to: as {@code Delivery} does, the words at a number apart. */
    private static final String OWN_PARTS = """
            DELETE FROM pipeline.inbound_part p
             WHERE phone = ANY(:phones)
               AND CASE WHEN EXISTS (SELECT FROM pipeline.inbound_number n WHERE n.number = p.number AND n.account IS NOT NULL)
                        THEN EXISTS (SELECT FROM pipeline.inbound_number n WHERE n.number = p.number AND n.account = :account)
                        ELSE coalesce((SELECT w.account FROM pipeline.written w
                                        WHERE w.number = p.number AND w.phone = p.phone
                                        ORDER BY w.message DESC LIMIT 1), :nobodys) = :account END""";

    private final JdbcClient jdbc;
    private final Accounts accounts;

    InboundOfPeople(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    @Override
    public String place() {
        return "pipeline.inbound";
    }

    @Override
    @AcrossAccounts("what is nobody's is the operator's, and is erased with what is theirs")
    public Step erase(AccountId account, People people, @Nullable String after) {
        long nobodys = accounts.get(account).kind() == AccountKind.OPERATOR ? account.value() : 0;
        long rows = 0;
        for (String statement : List.of(
                OWN_PARTS,
                "DELETE FROM pipeline.inbound WHERE account = :account AND phone = ANY(:phones)",
                "DELETE FROM pipeline.inbound WHERE account IS NULL AND :nobodys = :account AND phone = ANY(:phones)",
                "DELETE FROM pipeline.written WHERE account = :account AND phone = ANY(:phones)",
                "DELETE FROM pipeline.inbound_reply WHERE account = :account AND phone = ANY(:phones)")) {
            rows += jdbc.sql(statement)
                    .param("account", account.value())
                    .param("nobodys", nobodys)
                    .param("phones", people.array())
                    .update();
        }
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
