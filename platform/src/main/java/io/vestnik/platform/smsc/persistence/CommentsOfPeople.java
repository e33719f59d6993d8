package io.vestnik.platform.smsc.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.PersonalData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What programs noted of their messages, for their own eyes. Ids stay: a phone cannot be made of what is kept of it. */
@Repository
class CommentsOfPeople implements PersonalData {
    private final JdbcClient jdbc;

    CommentsOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String place() {
        return "smsc.comments";
    }

    @Override
    public Step erase(AccountId account, People people, @Nullable String after) {
        return new Step(
                null,
                jdbc.sql("""
                                UPDATE smsc.sent SET comment = NULL
                                 WHERE account = :account AND comment IS NOT NULL
                                   AND (recipient = ANY(:recipients) OR comment ~ :regex)""")
                        .param("account", account.value())
                        .param(
                                "recipients",
                                people.phones().stream()
                                        .mapToInt(String::hashCode)
                                        .toArray())
                        .param("regex", people.regex())
                        .update());
    }

    @Override
    public Slice<Told> tell(AccountId account, String phone, @Nullable String after, int limit) {
        int seen = after == null ? 0 : Integer.parseInt(after);
        List<Told> told = jdbc.sql("""
                        SELECT 'comment' AS what, json_build_object('text', comment, 'at', at)::text AS known
                          FROM smsc.sent
                         WHERE account = :account AND recipient = :recipient AND comment IS NOT NULL
                         ORDER BY message OFFSET :seen LIMIT :limit""")
                .param("account", account.value())
                .param("recipient", phone.hashCode())
                .param("seen", seen)
                .param("limit", limit)
                .query(Told::of)
                .list();
        return new Slice<>(told, told.size() < limit ? null : Integer.toString(seen + told.size()));
    }
}
