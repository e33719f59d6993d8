package io.vestnik.platform.pipeline.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class TrailDaysTests {
    private final TrailDays days;
    private final JdbcClient jdbc;
    private final Transactions transactions;

    @Autowired
    TrailDaysTests(TrailDays days, JdbcClient jdbc, Transactions transactions) {
        this.days = days;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void dropsTheDaysThatAreOverAndKeepsTheRest() {
        jdbc.sql("""
                CREATE TABLE pipeline.receipt_20200101 PARTITION OF pipeline.receipt
                   FOR VALUES FROM ('2020-01-01') TO ('2020-01-02')""").update();
        days.make();
        assertThat(tables("receipt")).doesNotContain("receipt_20200101").hasSize(5);
        assertThat(tables("wire_trace")).hasSize(5);
    }

    @Test
    void summarisesWhatWasWrittenOnceSoThatASearchPassesItOver() {
        jdbc.sql("""
                INSERT INTO pipeline.attempt (at, message, route, tries, code, pause)
                SELECT now(), n, 1, 0, '88', 10 FROM generate_series(1, 20000) AS n""").update();
        days.summarise();
        days.summarise();
        String plan = transactions.call(Pool.PAGES, () -> {
            jdbc.sql("SET LOCAL enable_seqscan = off").update();
            return String.join(
                    "\n", jdbc.sql("""
                            EXPLAIN (ANALYZE, COSTS off, TIMING off, SUMMARY off)
                            SELECT * FROM pipeline.attempt WHERE message = 77""").query((row, _) -> row.getString(1)).list());
        });
        assertThat(plan).contains("Bitmap Index Scan");
        String lossy = plan.lines()
                .filter(line -> line.contains("Heap Blocks"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .filter(number -> !number.equals("0"))
                .findFirst()
                .orElse("0");
        assertThat(Integer.parseInt(lossy)).as(plan).isLessThan(60);
    }

    private List<String> tables(String parent) {
        return jdbc.sql("""
                        SELECT c.relname FROM pg_inherits i
                          JOIN pg_class c ON c.oid = i.inhrelid
                         WHERE i.inhparent = ('pipeline.' || :parent)::regclass ORDER BY c.relname""")
                .param("parent", parent)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
