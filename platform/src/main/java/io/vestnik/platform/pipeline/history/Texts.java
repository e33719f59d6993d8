package io.vestnik.platform.pipeline.history;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes the texts of messages when their term is over, in the order of ids and no further than the first message that is
 * not final. The message itself stays: to whom, when, at what price.
 */
@Component
@AcrossAccounts("terms of keeping hold for every account, each with its own")
class Texts {
    private static final int CHUNK = 5_000;
    private static final int BODIES = 500;
    private static final int EVERYONE = 0;
    private static final long HIGHEST = (1L << 53) - 1;
    /** A text that was used lately may be about to be used again. */
    private static final Duration IN_USE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final HistorySettings settings;
    /** How far the shared texts were looked through; only the timer's thread touches it. */
    private long looked;

    Texts(JdbcClient jdbc, Transactions transactions, HistorySettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** A term, and up to which id it has been carried out. */
    private record Term(long account, long days, long through) {
        Instant before(Instant now) {
            return now.minus(Duration.ofDays(days));
        }
    }

    private record Walked(long upto, int rows) {}

    /** Removes some of the texts whose time is over, of every term; whether there may be more. */
    boolean removeSome(Instant now) {
        List<Term> terms = Pool.BACKGROUND.call(() -> jdbc.sql("""
                        SELECT account, coalesce(days, :days) AS days, through FROM pipeline.text_term ORDER BY account""")
                .param("days", settings.texts().toDays())
                .query((row, _) -> new Term(row.getLong(1), row.getLong(2), row.getLong(3)))
                .list());
        boolean more = false;
        for (Term term : terms) {
            more |= transactions.call(Pool.BACKGROUND, () -> removeSome(term, MessageId.floorOf(term.before(now))));
        }
        return more;
    }

    private boolean removeSome(Term term, long before) {
        Walked walked = walk(term, before);
        if (walked.upto() <= term.through()) {
            return false;
        }
        jdbc.sql("""
                UPDATE pipeline.message SET body = NULL, body_id = NULL
                 WHERE id > :after AND id <= :upto AND (body IS NOT NULL OR body_id IS NOT NULL) AND %s""".formatted(whose(term)))
                .param("after", term.through())
                .param("upto", walked.upto())
                .param("account", term.account())
                .update();
        jdbc.sql("UPDATE pipeline.text_term SET through = :upto WHERE account = :account")
                .param("upto", walked.upto())
                .param("account", term.account())
                .update();
        return walked.rows() == CHUNK;
    }

    private static String whose(Term term) {
        return term.account() == EVERYONE
                ? ":account = 0 AND account NOT IN (SELECT account FROM pipeline.text_term)"
                : "account = :account";
    }

    private Walked walk(Term term, long before) {
        return jdbc.sql("""
                        SELECT coalesce(min(id) FILTER (WHERE state < :final) - 1, max(id), 0) AS upto, count(*) AS rows
                          FROM (SELECT id, state FROM pipeline.message
                                 WHERE id > :after AND id < :before %s ORDER BY id LIMIT :chunk) s""".formatted(term.account() == EVERYONE ? "" : "AND account = :account"))
                .param("final", MessageState.DELIVERED.number())
                .param("after", term.through())
                .param("before", before)
                .param("account", term.account())
                .param("chunk", CHUNK)
                .query((row, _) -> new Walked(row.getLong(1), row.getInt(2)))
                .single();
    }

    /** Deletes shared texts to which no message points any more, looking through some of them each time. */
    int removeShared(Instant now) {
        return transactions.call(Pool.BACKGROUND, () -> {
            List<Long> next = jdbc.sql("SELECT id FROM pipeline.body WHERE id > :after ORDER BY id LIMIT :limit")
                    .param("after", looked)
                    .param("limit", BODIES)
                    .query((row, _) -> row.getLong(1))
                    .list();
            looked = next.size() < BODIES ? 0 : next.getLast();
            // The campaign's newest message tells of all: texts go in the order of ids.
            return jdbc.sql("""
                            DELETE FROM pipeline.body b
                             USING (SELECT c.id,
                                           (SELECT newest.id <= coalesce(
                                                     (SELECT t.through FROM pipeline.text_term t WHERE t.account = newest.account),
                                                     (SELECT t.through FROM pipeline.text_term t WHERE t.account = 0))
                                              FROM (SELECT m.id, m.account FROM pipeline.message m
                                                     WHERE m.campaign = c.campaign AND m.id BETWEEN 1 AND :highest
                                                     ORDER BY m.id DESC LIMIT 1) newest) AS gone
                                      FROM pipeline.body c WHERE c.id = ANY(:ids::bigint[])) old
                             WHERE b.id = old.id AND coalesce(old.gone, true) AND b.used_at < :unused""")
                    .param("ids", next.toArray(Long[]::new))
                    .param("highest", HIGHEST)
                    .param("unused", now.minus(IN_USE).atOffset(ZoneOffset.UTC))
                    .update();
        });
    }
}
