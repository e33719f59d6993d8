package io.vestnik.platform.store;

import java.lang.management.ManagementFactory;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who of several nodes does a thing, by the database's clock. A lease is held for six seconds and renewed every two by
 * its owner; who did not renew in time must stop writing.
 */
@Component
public class Leases {
    private static final int SECONDS = 6;

    private final JdbcClient jdbc;
    private final String holder = ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();

    Leases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The name of this node in the table of leases; new at each start. */
    public String holder() {
        return holder;
    }

    /** Takes or renews the lease; false while another node holds it. */
    public boolean hold(String name) {
        return jdbc.sql("""
                        INSERT INTO store.lease (name, holder, until)
                        VALUES (:name, :holder, clock_timestamp() + make_interval(secs => :seconds))
                        ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
                         WHERE lease.holder = excluded.holder OR lease.until < clock_timestamp()""")
                        .param("name", name)
                        .param("holder", holder)
                        .param("seconds", SECONDS)
                        .update()
                == 1;
    }

    /** Gives the lease back, so that another node need not wait. */
    public void release(String name) {
        jdbc.sql("DELETE FROM store.lease WHERE name = :name AND holder = :holder")
                .param("name", name)
                .param("holder", holder)
                .update();
    }
}
