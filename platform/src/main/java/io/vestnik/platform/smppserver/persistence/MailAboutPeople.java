package io.vestnik.platform.smppserver.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.PersonalData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts that wait for their program, and parts of messages that are not whole yet. */
@Repository
class MailAboutPeople implements PersonalData {
    private final JdbcClient jdbc;

    MailAboutPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String place() {
        return "smppserver.mail";
    }

    @Override
    public Step erase(AccountId account, People people, @Nullable String after) {
        long rows = 0;
        for (String table : List.of("mailbox", "gathering")) {
            rows += jdbc.sql("""
                            DELETE FROM smppserver.%s m USING smppserver.system s
                             WHERE s.account = :account AND m.system = s.id AND m.recipient = ANY(:phones)""".formatted(table))
                    .param("account", account.value())
                    .param("phones", people.array())
                    .update();
        }
        return new Step(null, rows);
    }

    /** Nothing but what the messages tell. */
    @Override
    public Slice<Told> tell(AccountId account, String phone, @Nullable String after, int limit) {
        return new Slice<>(List.of(), null);
    }
}
