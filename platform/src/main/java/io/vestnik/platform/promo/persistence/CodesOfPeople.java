package io.vestnik.platform.promo.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.PersonalData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes of people and letters to them: erased, a code is good for whoever has it, and nobody is known by it. */
@Repository
class CodesOfPeople implements PersonalData {
    /** Letters are gone before anything that they would become. */
    private static final int ORDER = 13;

    private final JdbcClient jdbc;

    CodesOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String place() {
        return "promo.codes";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Step erase(AccountId account, People people, @Nullable String after) {
        int letters = jdbc.sql("DELETE FROM promo.letter WHERE account = :account AND phone = ANY(:phones)")
                .param("account", account.value())
                .param("phones", people.array())
                .update();
        int codes = jdbc.sql("""
                        UPDATE promo.code SET phone = NULL, message = NULL
                         WHERE account = :account AND phone = ANY(:phones)""")
                .param("account", account.value())
                .param("phones", people.array())
                .update();
        return new Step(null, (long) letters + codes);
    }

    @Override
    public Slice<Told> tell(AccountId account, String phone, @Nullable String after, int limit) {
        long seen = after == null ? 0 : Long.parseLong(after);
        List<Told> told = jdbc.sql("""
                        SELECT 'promo-code' AS what,
                               json_build_object('action', a.name, 'code', c.code, 'issued', c.issued_at,
                                                 'until', c.valid_until, 'redeemed', c.state = 2)::text AS known
                          FROM promo.code c JOIN promo.action a ON a.id = c.action
                         WHERE c.account = :account AND c.phone = :phone
                         ORDER BY c.action, c.number OFFSET :seen LIMIT :limit""")
                .param("account", account.value())
                .param("phone", phone)
                .param("seen", seen)
                .param("limit", limit)
                .query(Told::of)
                .list();
        return new Slice<>(told, told.size() < limit ? null : Long.toString(seen + told.size()));
    }
}
