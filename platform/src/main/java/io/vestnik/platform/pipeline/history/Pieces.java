package io.vestnik.platform.pipeline.history;

import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Pool;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goes through a whole table by ranges of its pages: each statement is short, and no index is needed. */
@Component
@AcrossAccounts("whole periods are looked through, and numbers of rows are all that is told")
class Pieces {
    /** Pages a statement: 32 MB, well below a second of reading. */
    private static final long PAGES = 4_096;

    private final JdbcClient jdbc;

    Pieces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The work was not finished, because another node does it now. */
    static final class Interrupted extends IOException {
        Interrupted(String table) {
            super(table + " was left to another node");
        }
    }

    /** Work on the rows that meet a condition. */
    interface Work {
        long on(String condition) throws IOException;
    }

    /**
     * Does the work on one range after another and adds up what it tells.
     *
     * @param goOn asked before each: whether this node may go on
     */
    long sum(String table, BooleanSupplier goOn, Work work) throws IOException {
        long pages = Pool.BACKGROUND.call(() -> jdbc.sql("""
                        SELECT pg_relation_size(to_regclass(:table)) / current_setting('block_size')::bigint""")
                .param("table", "pipeline." + table)
                .query(Long.class)
                .single());
        long sum = 0;
        for (long page = 0; page < pages; page += PAGES) {
            if (!goOn.getAsBoolean()) {
                throw new Interrupted(table);
            }
            sum += work.on("ctid >= '(%d,0)'::tid AND ctid < '(%d,0)'::tid".formatted(page, page + PAGES));
        }
        return sum;
    }

    /** How many rows meet the condition. */
    long count(String table, String condition, BooleanSupplier goOn) throws IOException {
        return sum(table, goOn, where -> {
            String sql = "SELECT count(*) FROM pipeline.%s WHERE %s AND (%s)".formatted(table, where, condition);
            return Pool.BACKGROUND.call(() -> jdbc.sql(sql).query(Long.class).single());
        });
    }
}
