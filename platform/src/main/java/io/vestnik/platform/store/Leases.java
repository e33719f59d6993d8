package io.vestnik.platform.store;

import java.util.List;
import java.util.Optional;
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
    private final Holder holders = new Holder();
    private final String holder = holders.here();

    Leases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The name of this node in the table of leases; new at each start. */
    public String holder() {
        return holder;
    }

    /** A thing of this name that one node does at a time. */
    public Lease lease(String name) {
        return new Lease(this, name);
    }

    /** Takes or renews the lease; false while another node that lives holds it. */
    public boolean hold(String name) {
        return take(name) || (releaseOfTheDead(name) && take(name));
    }

    private boolean take(String name) {
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

    /** A process of this machine that was killed will not come back for its lease. */
    private boolean releaseOfTheDead(String name) {
        Optional<String> other = jdbc.sql("SELECT holder FROM store.lease WHERE name = :name")
                .param("name", name)
                .query((row, _) -> row.getString(1))
                .optional();
        return other.filter(holders::isGone).filter(gone -> release(name, gone)).isPresent();
    }

    /** How many holders live whose leases have names that begin so. */
    public int living(String prefix) {
        return (int) jdbc.sql("""
                        SELECT DISTINCT holder FROM store.lease
                         WHERE starts_with(name, :prefix) AND until > clock_timestamp()""").param("prefix", prefix).query((row, _) -> row.getString(1)).list().stream()
                .filter(it -> !holders.isGone(it))
                .count();
    }

    /** Whether this node is known to live: it holds a lease, and was not seen to die. */
    public boolean lives(String node) {
        return !holders.isGone(node)
                && jdbc.sql(
                                "SELECT EXISTS (SELECT FROM store.lease WHERE holder = :node AND until > clock_timestamp())")
                        .param("node", node)
                        .query(Boolean.class)
                        .single();
    }

    /** The leases whose names begin so, with how many seconds each still has; less than 0 when it has ended. */
    public List<Held> held(String prefix) {
        return jdbc.sql("""
                        SELECT name, holder, extract(epoch FROM until - clock_timestamp()) AS left
                          FROM store.lease WHERE starts_with(name, :prefix) ORDER BY name""")
                .param("prefix", prefix)
                .query((row, _) -> new Held(row.getString("name"), row.getString("holder"), row.getDouble("left")))
                .list();
    }

    /** A lease and its holder. */
    public record Held(String name, String holder, double seconds) {}

    /** Gives the lease back, so that another node need not wait. */
    public void release(String name) {
        release(name, holder);
    }

    private boolean release(String name, String by) {
        return jdbc.sql("DELETE FROM store.lease WHERE name = :name AND holder = :holder")
                        .param("name", name)
                        .param("holder", by)
                        .update()
                == 1;
    }
}
