package io.vestnik.platform.api;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.PersonalData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers that are kept for a day in case a request comes again: those that name people go at once. */
@Repository
class AnswersAboutPeople implements PersonalData {
    private final JdbcClient jdbc;

    AnswersAboutPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String place() {
        return "api.answers";
    }

    @Override
    public Step erase(AccountId account, People people, @Nullable String after) {
        int rows = jdbc.sql("""
                        DELETE FROM api.idempotency
                         WHERE account = :account
                           AND (key ~ :regex
                                OR EXISTS (SELECT FROM unnest(:phones::text[]) AS p(phone)
                                            WHERE position(convert_to(p.phone, 'UTF8') IN answer) > 0))""")
                .param("account", account.value())
                .param("regex", people.regex())
                .param("phones", people.array())
                .update();
        return new Step(null, rows);
    }

    /** Nothing but what the other places tell. */
    @Override
    public Slice<Told> tell(AccountId account, String phone, @Nullable String after, int limit) {
        return new Slice<>(List.of(), null);
    }
}
