package io.vestnik.platform.store;

import java.lang.management.ManagementFactory;
import java.util.List;

/** The settings of the embedded server that matter; each with its reason in docs/operations/database.md. */
final class PostgresSettings {
    private static final long MIB = 1024 * 1024;
    private static final long LEAST_BUFFERS = 128;
    private static final long MOST_BUFFERS = 1024;

    private PostgresSettings() {}

    static List<String> durable() {
        return List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=100",
                "shared_buffers=" + sharedBuffers() + "MB",
                "max_wal_size=8GB",
                "checkpoint_timeout=15min",
                "wal_compression=on",
                "wal_buffers=32MB",
                "backend_flush_after=256kB",
                "bgwriter_delay=50ms",
                "bgwriter_lru_maxpages=1000",
                "shared_preload_libraries=pg_stat_statements",
                "pg_stat_statements.max=500",
                "autovacuum_naptime=15s",
                "autovacuum_vacuum_cost_limit=1000",
                "vacuum_freeze_min_age=1000000",
                "vacuum_freeze_table_age=600000000",
                "autovacuum_freeze_max_age=800000000",
                "timezone=UTC",
                "logging_collector=off",
                "log_min_duration_statement=2s",
                "log_parameter_max_length=0",
                "log_parameter_max_length_on_error=0");
    }

    private static long sharedBuffers() {
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long eighth = machine.getTotalMemorySize() / MIB / 8;
        return Math.clamp(eighth, LEAST_BUFFERS, MOST_BUFFERS);
    }
}
