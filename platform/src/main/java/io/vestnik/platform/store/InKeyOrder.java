package io.vestnik.platform.store;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the next rows of a large table in the order of one of its indexes. Without statistics the planner takes such a table
 * for small, and would read all that is left and sort it for each batch.
 */
public final class InKeyOrder {
    private InKeyOrder() {}

    /** What {@code read} answers, within the transaction at hand. */
    public static <T> T read(JdbcClient jdbc, Supplier<T> read) {
        set(jdbc, "off");
        T found = read.get();
        set(jdbc, "on"); // not when it failed: then the transaction is over
        return found;
    }

    private static void set(JdbcClient jdbc, String to) {
        jdbc.sql("""
                SELECT set_config(name, :to, true)
                  FROM unnest(ARRAY['enable_seqscan', 'enable_bitmapscan', 'enable_sort']) AS s(name)""").param("to", to).query().listOfRows();
    }
}
