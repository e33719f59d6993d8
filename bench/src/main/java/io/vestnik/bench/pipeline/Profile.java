package io.vestnik.bench.pipeline;

import io.vestnik.bench.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/** Where time and memory go while a row is measured: a flight recording of the server, its threads, the dearest statements. */
public final class Profile {

    private static final String RECORDING = "bench";

    private final Path folder;
    private final Installation installation;
    private final Gauge gauge;
    private final ThreadTimes before;
    private final SlowPlans plans;

    private Profile(Path folder, Installation installation, Gauge gauge) {
        this.folder = folder;
        this.installation = installation;
        this.gauge = gauge;
        this.before = ThreadTimes.of(installation.server());
        this.plans = SlowPlans.from(installation);
    }

    /** Makes the database keep figures of its statements, from its next start on. */
    public static void prepare(Database database) {
        database.run("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
        database.run("ALTER SYSTEM SET pg_stat_statements.track_planning = on");
        SlowPlans.SETTINGS.forEach(setting -> database.run("ALTER SYSTEM SET " + setting));
    }

    /** To be called once after that start. */
    public static void open(Database database) {
        database.run("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    }

    public static Profile begin(Path folder, Installation installation, Gauge gauge) {
        gauge.database().run("SELECT pg_stat_statements_reset()");
        Profile profile = new Profile(folder.toAbsolutePath(), installation, gauge);
        profile.command(
                "jfrStart",
                "name=" + RECORDING,
                "settings=profile",
                "jdk.CPUTimeSample#enabled=true",
                "jdk.CPUTimeSample#throttle=10ms");
        return profile;
    }

    /** Writes what was seen under the name of the row. */
    public void end(String row) {
        try {
            Files.createDirectories(folder);
            Path recording = folder.resolve(row + ".jfr");
            command("jfrStop", "name=" + RECORDING, "filename=" + recording);
            Files.writeString(folder.resolve(row + ".methods.txt"), Recording.read(recording));
            Files.writeString(folder.resolve(row + ".threads.txt"), threads());
            Files.writeString(folder.resolve(row + ".statements.txt"), statements());
            Files.writeString(folder.resolve(row + ".plans.txt"), plans.told());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String threads() {
        Map<String, Long> spent = ThreadTimes.of(installation.server()).since(before);
        return spent.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(40)
                .map(it -> String.format(Locale.ROOT, "%,10d ms  %s%n", it.getValue(), it.getKey()))
                .collect(Collectors.joining());
    }

    private String statements() {
        List<String> lines = gauge.database()
                .all(
                        """
                        SELECT total_exec_time, total_plan_time, calls, rows, wal_bytes, shared_blks_hit + shared_blks_read,
                               regexp_replace(query, '\\s+', ' ', 'g')
                          FROM pg_stat_statements ORDER BY total_exec_time + total_plan_time DESC LIMIT 25\
                        """,
                        row -> String.format(
                                Locale.ROOT,
                                "%,9.0f ms, planning %,6.0f ms, %,9d calls, %,10d rows, %,12d WAL bytes, %,12d blocks "
                                        + " %s%n",
                                row.getDouble(1),
                                row.getDouble(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getString(7)));
        return String.join("", lines);
    }

    private void command(String name, String... arguments) {
        try {
            MBeanServerConnection beans = gauge.beans();
            beans.invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    name,
                    new Object[] {arguments},
                    new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException("The server's virtual machine does not do " + name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
