package io.vestnik.platform.pipeline.inbound.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.InboundLetter;
import io.vestnik.platform.pipeline.inbound.domain.InboundLetterStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("each letter goes to the account of its rule")
class JdbcInboundLetterStore implements InboundLetterStore {
    private final JdbcClient jdbc;

    JdbcInboundLetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(List<Due> due) {
        jdbc.sql(
                        "INSERT INTO pipeline.inbound_letter (message, rule) SELECT * FROM unnest(:messages::bigint[], :rules::bigint[])")
                .param("messages", due.stream().mapToLong(Due::message).toArray())
                .param("rules", due.stream().mapToLong(Due::rule).toArray())
                .update();
    }

    @Override
    public Taken take(int most) {
        AtomicInteger taken = new AtomicInteger();
        List<InboundLetter> letters = jdbc
                .sql("""
                        WITH due AS (
                          DELETE FROM pipeline.inbound_letter
                           WHERE message IN (SELECT message FROM pipeline.inbound_letter ORDER BY message LIMIT :most)
                          RETURNING message, rule)
                        SELECT r.account, r.email, r.keyword, array_agg(d.message ORDER BY d.message) AS messages
                          FROM due d LEFT JOIN pipeline.inbound_rule r ON r.id = d.rule
                         GROUP BY r.id""")
                .param("most", most)
                .query((row, _) -> {
                    List<Long> messages =
                            List.of((Long[]) row.getArray("messages").getArray());
                    taken.addAndGet(messages.size());
                    String email = Objects.requireNonNullElse(row.getString("email"), "");
                    return email.isEmpty()
                            ? Optional.<InboundLetter>empty()
                            : Optional.of(new InboundLetter(
                                    new AccountId(row.getLong("account")), email, row.getString("keyword"), messages));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        return new Taken(letters, taken.get());
    }
}
