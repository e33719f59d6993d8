package io.vestnik.platform.webhooks.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.PersonalData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Callbacks about messages to people: those that wait are told to nobody any more, the journal keeps that there was one. */
@Repository
class CallbacksOfPeople implements PersonalData {
    private final JdbcClient jdbc;

    CallbacksOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String place() {
        return "webhooks.callbacks";
    }

    @Override
    public Step erase(AccountId account, People people, @Nullable String after) {
        long rows = jdbc.sql("DELETE FROM webhooks.waiting WHERE account = :account AND recipient = ANY(:phones)")
                .param("account", account.value())
                .param("phones", people.array())
                .update();
        rows += jdbc.sql("""
                        UPDATE webhooks.told
                           SET recipient = '', reply = NULL, said = CASE WHEN said IS NOT NULL THEN '' END, reference = CASE WHEN reference !~ :regex THEN reference END,
                               url = regexp_replace(url, :regex, '', 'g')
                         WHERE account = :account AND recipient = ANY(:phones)""")
                .param("account", account.value())
                .param("phones", people.array())
                .param("regex", people.regex())
                .update();
        return new Step(null, rows);
    }

    /** Callbacks repeat what the messages tell. */
    @Override
    public Slice<Told> tell(AccountId account, String phone, @Nullable String after, int limit) {
        return new Slice<>(List.of(), null);
    }
}
