package io.vestnik.bench.pipeline;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.vestnik.bench.CpuTime;
import io.vestnik.bench.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Reads what the server, its database and this program have used up so far, from outside of the server. */
public final class Gauge implements AutoCloseable {

    private static final double NANOS = 1e9;
    private static final double MIB = 1024.0 * 1024;
    private static final long MICROS_A_TICK = 10_000;
    private static final int[] BUSY = {1, 2, 3, 6, 7, 8}; // user, nice, system, irq, softirq, steal

    private final Installation installation;
    private final ProcessHandle server;
    private final Database database;
    private final JMXConnector connector;
    private final ThreadMXBean threads;

    private Gauge(Installation installation, Database database, JMXConnector connector) throws IOException {
        this.installation = installation;
        this.server = installation.server();
        this.database = database;
        this.connector = connector;
        MBeanServerConnection beans = connector.getMBeanServerConnection();
        this.threads = ManagementFactory.newPlatformMXBeanProxy(
                beans, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    }

    /** For the server's process as it is now: one that was started again needs another gauge. */
    @SuppressWarnings("BanJNDI") // the address is that of our own child, on this machine
    public static Gauge of(Installation installation) {
        Database database = Database.of(installation);
        try {
            VirtualMachine machine =
                    VirtualMachine.attach(String.valueOf(installation.server().pid()));
            try {
                return new Gauge(
                        installation,
                        database,
                        JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent())));
            } finally {
                machine.detach();
            }
        } catch (IOException e) {
            database.close();
            throw new UncheckedIOException(e);
        } catch (AttachNotSupportedException e) {
            database.close();
            throw new IllegalStateException("The server's virtual machine does not let us look", e);
        }
    }

    public Database database() {
        return database;
    }

    MBeanServerConnection beans() {
        try {
            return connector.getMBeanServerConnection();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the server collect its garbage. */
    public void collect() {
        memory().gc();
    }

    /** What its heap holds now. */
    double heapMebibytes() {
        return memory().getHeapMemoryUsage().getUsed() / MIB;
    }

    private MemoryMXBean memory() {
        try {
            return ManagementFactory.newPlatformMXBeanProxy(
                    beans(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Reading read() {
        if (server.pid() != installation.server().pid()) {
            throw new IllegalStateException("The server was started again");
        }
        return new Reading(
                System.nanoTime(),
                CpuTime.of(server),
                CpuTime.of(ProcessHandle.current()).server(),
                busy(),
                threads.getTotalThreadAllocatedBytes(),
                database.log());
    }

    @Override
    public void close() {
        database.close();
        try {
            connector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Microseconds that all processors of the machine were not idle, waiting for disks included in idle (proc(5), stat). */
    private static long busy() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            String[] fields = lines.findFirst().orElseThrow().split(" +");
            long ticks = 0;
            for (int field : BUSY) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks * MICROS_A_TICK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What was used up at a moment.
     *
     * @param load processor time of source and sink, in microseconds
     * @param busy that of the whole machine
     */
    public record Reading(long nanos, CpuTime cpu, long load, long busy, long allocated, Database.Log log) {

        /** What it took since then, a message each; none for no messages. */
        public Map<String, Double> since(Reading earlier, long messages) {
            Map<String, Double> costs = new LinkedHashMap<>();
            if (messages > 0) {
                CpuTime spent = cpu.since(earlier.cpu);
                double each = messages;
                costs.put("serverCpuMicros", spent.server() / each);
                costs.put("databaseCpuMicros", spent.database() / each);
                costs.put("loadCpuMicros", (load - earlier.load) / each);
                long ours = spent.server() + spent.database() + load - earlier.load;
                costs.put("otherCpuMicros", Math.max(0, busy - earlier.busy - ours) / each);
                costs.put("allocatedBytes", (allocated - earlier.allocated) / each);
                costs.put("walBytes", (log.bytes() - earlier.log.bytes()) / each);
                costs.put("fsyncs", (log.syncs() - earlier.log.syncs()) / each);
                costs.put("commits", (log.commits() - earlier.log.commits()) / each);
            }
            return costs;
        }

        /** How many processors server and database kept busy since then. */
        double coresSince(Reading earlier) {
            CpuTime spent = cpu.since(earlier.cpu);
            return (spent.server() + spent.database()) / ((nanos - earlier.nanos) / 1e3);
        }

        public double secondsSince(Reading earlier) {
            return (nanos - earlier.nanos) / NANOS;
        }
    }
}
