package io.vestnik.platform.jobs;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.PersonalData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What long work was asked for and came to, where that names people: a search by phone, a sample in a result. */
@Component
class JobsAboutPeople implements PersonalData {
    private final JdbcClient jdbc;

    JobsAboutPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String place() {
        return "jobs.jobs";
    }

    @Override
    public Step erase(AccountId account, People people, @Nullable String after) {
        // A digit instead of the number: what is JSON stays JSON, within quotes and without them.
        int rows = jdbc.sql("""
                        UPDATE jobs.job
                           SET input = regexp_replace(input, :regex, '0', 'g'),
                               checkpoint = regexp_replace(checkpoint, :regex, '0', 'g'),
                               result = regexp_replace(result, :regex, '0', 'g'),
                               message = regexp_replace(message, :regex, '0', 'g')
                         WHERE account = :account AND state > 2
                           AND concat_ws(' ', input, checkpoint, result, message) ~ :regex""")
                .param("account", account.value())
                .param("regex", people.regex())
                .update();
        return new Step(null, rows);
    }

    /** What work was about people is told by where it wrote. */
    @Override
    public Slice<Told> tell(AccountId account, String phone, @Nullable String after, int limit) {
        return new Slice<>(List.of(), null);
    }
}
