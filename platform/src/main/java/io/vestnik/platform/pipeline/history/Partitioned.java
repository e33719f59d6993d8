package io.vestnik.platform.pipeline.history;

import io.vestnik.platform.kernel.MessageId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** The tables that are cut by time, each by a column of its own; a partition's name carries its first day. */
enum Partitioned {
    /** A week each, by id, which carries the second. */
    MESSAGE("message", 7, ", fillfactor = 60") {
        @Override
        String bound(LocalDate day) {
            return Long.toString(
                    MessageId.floorOf(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        }

        @Override
        String key() {
            return "id";
        }
    },
    /** A week each, by id, which carries the second. */
    INBOUND("inbound", 7, "") {
        @Override
        String bound(LocalDate day) {
            return MESSAGE.bound(day);
        }

        @Override
        String key() {
            return "id";
        }
    },
    UPSTREAM("upstream", 1, "") {
        @Override
        String bound(LocalDate day) {
            return "'" + day + "'";
        }

        @Override
        String key() {
            return "day";
        }
    },
    MESSAGE_EVENT("message_event", 1, "") {
        @Override
        String bound(LocalDate day) {
            return "'" + day + " 00:00:00+00'";
        }

        @Override
        String key() {
            return "at";
        }
    };

    private final String table;
    private final int days;
    private final String storage;

    Partitioned(String table, int days, String storage) {
        this.table = table;
        this.days = days;
        this.storage = storage;
    }

    /** The value of the key with which a day begins, as SQL writes it. */
    abstract String bound(LocalDate day);

    abstract String key();

    String table() {
        return table;
    }

    /** Whether it is what the operator answers for: what people wrote is gone with its term, and so are the networks' ids. */
    boolean isArchived() {
        return this == MESSAGE || this == MESSAGE_EVENT;
    }

    String storage() {
        return " WITH (autovacuum_vacuum_scale_factor = 0.1, autovacuum_analyze_scale_factor = 0.1" + storage + ")";
    }

    LocalDate start(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return days == 1 ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    LocalDate following(LocalDate start, int periods) {
        return start.plusDays((long) days * periods);
    }

    String partition(LocalDate start) {
        return table + "_" + start.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** The moment after its last one; none for a name that is no partition of this table. */
    Optional<Instant> end(String partition) {
        if (!partition.startsWith(table + "_")) {
            return Optional.empty();
        }
        try {
            LocalDate start =
                    LocalDate.parse(partition.substring(table.length() + 1), DateTimeFormatter.BASIC_ISO_DATE);
            return Optional.of(following(start, 1).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty(); // another table whose name begins alike
        }
    }
}
