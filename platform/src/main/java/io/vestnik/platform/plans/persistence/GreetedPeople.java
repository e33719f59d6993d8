package io.vestnik.platform.plans.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.PersonalData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was greeted and who is to be: erased, nobody is greeted any more. */
@Repository
class GreetedPeople implements PersonalData {
    /** Before the audiences: who is due may not become one of a campaign while others erase. */
    private static final int ORDER = 14;

    private final JdbcClient jdbc;

    GreetedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String place() {
        return "plans.greeted";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Step erase(AccountId account, People people, @Nullable String after) {
        return new Step(
                null,
                jdbc.sql("DELETE FROM plans.greeted WHERE account = :account AND phone = ANY(:phones)")
                        .param("account", account.value())
                        .param("phones", people.array())
                        .update());
    }

    @Override
    public Slice<Told> tell(AccountId account, String phone, @Nullable String after, int limit) {
        List<Told> told = jdbc.sql("""
                SELECT 'greeting' AS what,
                       json_build_object('plan', p.name, 'year', g.year, 'at', g.due_at)::text AS known
                  FROM plans.greeted g
                  JOIN plans.plan p ON p.account = g.account AND p.id = g.plan
                 WHERE g.account = :account AND g.phone = :phone
                 ORDER BY g.plan, g.year OFFSET :after LIMIT :limit""")
                .param("account", account.value())
                .param("phone", phone)
                .param("after", after == null ? 0 : Integer.parseInt(after))
                .param("limit", limit)
                .query(Told::of)
                .list();
        int seen = (after == null ? 0 : Integer.parseInt(after)) + told.size();
        return new Slice<>(told, told.size() < limit ? null : Integer.toString(seen));
    }
}
