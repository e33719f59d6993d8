package io.vestnik.bench.pipeline;

import io.vestnik.bench.load.Numbers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A past week of messages: a partition that is made, filled with copies of one message at other times and numbers, and attached. */
final class HistoryRows {

    private static final Instant EPOCH = Instant.parse("2025-01-01T00:00:00Z"); // of ids of messages
    private static final int LOW_BITS = 22;
    private static final int SEQUENCES = 1 << 17;
    private static final long WEEK_SECONDS = 7 * 24 * 3_600;
    private static final int STRIDE = 7_919;
    private static final int TURN = 2_000;
    private static final long CAMPAIGNS = 8_000_000_000L;
    private static final List<String> NETWORKS = List.of("25001", "25002", "25011", "25020", "25099");
    private static final int REGIONS = 80;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;
    private static final int UNDELIVERED_OF_100 = 8;
    private static final int DELIVERED = 8; // as the schema stores states
    private static final int UNDELIVERED = 10;
    private static final List<String> CODES = List.of("006", "011", "027", "001");

    private final Database database;
    private final LocalDate monday;
    private final String table;

    HistoryRows(Database database, LocalDate monday) {
        this.database = database;
        this.monday = monday;
        this.table = "pipeline.message_" + monday.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** About how many rows are in partitions before the present week's. */
    static long count(Database database) {
        return database.number("""
                SELECT coalesce(sum(greatest(reltuples, 0)), 0)::bigint FROM pg_class
                 WHERE relnamespace = 'pipeline'::regnamespace AND relkind = 'r' AND relname LIKE 'message\\_2%'
                   AND relname < 'message_' || to_char(date_trunc('week', now() AT TIME ZONE 'UTC'), 'YYYYMMDD')""");
    }

    /** Makes it with so many rows; half of them of a campaign. */
    void make(long rows, boolean texts) {
        Map<String, String> columns = columns(texts);
        database.together(() -> {
            database.run("CREATE TABLE " + table
                    + " (LIKE pipeline.message INCLUDING ALL EXCLUDING INDEXES) WITH (fillfactor = 60)");
            database.copy(
                    "COPY " + table + " (" + String.join(", ", columns.keySet()) + ") FROM STDIN WITH (FREEZE)",
                    new Lines(List.copyOf(columns.values()), rows));
            database.run("ALTER TABLE pipeline.message ATTACH PARTITION " + table + " FOR VALUES FROM (" + first(monday)
                    + ") TO (" + first(monday.plusWeeks(1)) + ")");
        });
        database.run("VACUUM (ANALYZE) " + table); // writes what a reader of the index alone wants to know
    }

    long size() {
        return database.number("SELECT pg_total_relation_size('" + table + "')");
    }

    void drop() {
        database.run("DROP TABLE " + table);
    }

    private static long first(LocalDate day) {
        return EPOCH.until(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ChronoUnit.SECONDS) << LOW_BITS;
    }

    /** Each column of the newest message as COPY reads it, with marks for what differs from row to row. */
    private Map<String, String> columns(boolean texts) {
        List<String> names = database.all("""
                SELECT attname FROM pg_attribute
                 WHERE attrelid = 'pipeline.message'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum""", row -> row.getString(1));
        Map<String, String> columns = new LinkedHashMap<>();
        for (String name : names) {
            String value = database.one(
                    "SELECT " + name + "::text FROM pipeline.message ORDER BY id DESC LIMIT 1",
                    row -> escaped(row.getString(1)));
            columns.put(
                    name,
                    switch (name) {
                        case "id" -> Lines.ID;
                        case "recipient" -> Lines.NUMBER;
                        case "campaign" -> Lines.CAMPAIGN;
                        case "mcc_mnc" -> Lines.NETWORK;
                        case "region" -> Lines.REGION;
                        case "state" -> Lines.STATE;
                        case "error" -> Lines.ERROR;
                        case "created_at", "sent_at", "final_at", "valid_until" -> Lines.TIME;
                        case "body" -> texts ? value : Lines.NULL;
                        default -> value;
                    });
        }
        return columns;
    }

    private static String escaped(@Nullable String value) {
        return value == null
                ? Lines.NULL
                : value.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }

    /** The rows, some thousand at a time. */
    private final class Lines implements Database.Source {

        private static final String NULL = "\\N";
        private static final String ID = "\u0001";
        private static final String NUMBER = "\u0002";
        private static final String CAMPAIGN = "\u0003";
        private static final String TIME = "\u0004";
        private static final String NETWORK = "\u0005";
        private static final String REGION = "\u0006";
        private static final String STATE = "\u0007";
        private static final String ERROR = "\u0008";

        private final List<String> values;
        private final long rows;
        private long next;

        Lines(List<String> values, long rows) {
            this.values = values;
            this.rows = rows;
        }

        @Override
        public byte[] more() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < TURN && next < rows; i++) {
                line(text, next++);
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        private void line(StringBuilder text, long row) {
            long second = row * WEEK_SECONDS / rows;
            for (int i = 0; i < values.size(); i++) {
                if (i > 0) {
                    text.append('\t');
                }
                String value = values.get(i);
                switch (value) {
                    case ID -> text.append(first(monday) + (second << LOW_BITS) + row % SEQUENCES);
                    case NUMBER -> text.append(Numbers.of(row * STRIDE % Numbers.COUNT));
                    case CAMPAIGN -> text.append(row % 2 == 0 ? NULL : String.valueOf(CAMPAIGNS + monday.toEpochDay()));
                    case TIME ->
                        text.append(
                                monday.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(second));
                    case NETWORK -> text.append(NETWORKS.get((int) (mixed(row) % NETWORKS.size())));
                    case REGION -> text.append("Регион ").append(mixed(row) / NETWORKS.size() % REGIONS);
                    case STATE -> text.append(isUndelivered(row) ? UNDELIVERED : DELIVERED);
                    case ERROR -> text.append(isUndelivered(row) ? CODES.get((int) (row % CODES.size())) : NULL);
                    default -> text.append(value);
                }
            }
            text.append('\n');
        }

        /** Spreads neighbours apart, the same each time. */
        private static long mixed(long row) {
            return (row * SPREAD) >>> 33;
        }

        private static boolean isUndelivered(long row) {
            return row % 100 < UNDELIVERED_OF_100;
        }
    }
}
